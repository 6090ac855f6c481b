import './addCitation.test';
import './commands.test';
import './diagnostics.test';
import './language.test';
import './restart.test';
