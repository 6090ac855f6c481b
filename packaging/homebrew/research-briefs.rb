# A release has this file with the checksum of its package, for a tap of Homebrew.
class ResearchBriefs < Formula
  desc "Checks research briefs: every claim cited, every figure traced to its source"
  homepage "https://github.com/research-briefs/research-briefs"
  url "https://github.com/research-briefs/research-briefs/releases/download/v0.1.0/research-briefs-0.1.0.tgz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "MIT"

  depends_on "node"

  def install
    system "npm", "install", *std_npm_args
    bin.install_symlink libexec.glob("bin/*")
    generate_completions_from_executable(bin/"brief", "completions")
  end

  test do
    (testpath/"a.brief").write "# Ore\n\n- Output rose by 4% in 2024 [3].\n"
    assert_match "citation/unknown-source", shell_output("#{bin}/brief check a.brief", 1)
  end
end
