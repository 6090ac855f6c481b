# A release has this file with the checksum of its package: nix run path:FOLDER -- check
{
  description = "Checks research briefs: every claim cited, every figure traced to its source";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { self, nixpkgs }:
    let
      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
      ];
      eachSystem = make: nixpkgs.lib.genAttrs systems (system: make nixpkgs.legacyPackages.${system});
    in
    {
      packages = eachSystem (pkgs: {
        default = pkgs.stdenvNoCC.mkDerivation {
          pname = "research-briefs";
          version = "0.1.0";

          src = pkgs.fetchurl {
            url = "https://github.com/research-briefs/research-briefs/releases/download/v0.1.0/research-briefs-0.1.0.tgz";
            sha256 = "0000000000000000000000000000000000000000000000000000000000000000";
          };

          nativeBuildInputs = [
            pkgs.makeWrapper
            pkgs.installShellFiles
          ];

          installPhase = ''
            runHook preInstall
            mkdir -p $out/lib/research-briefs
            cp -r . $out/lib/research-briefs
            makeWrapper ${pkgs.nodejs}/bin/node $out/bin/brief --add-flags $out/lib/research-briefs/dist/cli.js
            installShellCompletion --cmd brief \
              --bash <($out/bin/brief completions bash) \
              --zsh <($out/bin/brief completions zsh) \
              --fish <($out/bin/brief completions fish)
            runHook postInstall
          '';

          meta = {
            description = "Checks research briefs: every claim cited, every figure traced to its source";
            homepage = "https://github.com/research-briefs/research-briefs";
            license = pkgs.lib.licenses.mit;
            mainProgram = "brief";
          };
        };
      });
    };
}
