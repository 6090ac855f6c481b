/** The tests that run in every extension host. Node is not to be had in them. */
import './addCitation.test';
import './changingFiles.test';
import './commands.test';
import './config.test';
import './diagnostics.test';
import './exporting.test';
import './language.test';
import './library.test';
import './markdown.test';
import './naming.test';
import './previews.test';
import './rulePages.test';
import './sources.test';
import './structure.test';
import './tools.test';
import './virtualFiles.test';
import './writing.test';
