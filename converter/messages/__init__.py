"""Every sentence the program itself says to a user. (Wording of reports and rules is in packs.)"""

from converter.messages.blank import *  # noqa: F403
from converter.messages.checks import *  # noqa: F403
from converter.messages.cluster import *  # noqa: F403
from converter.messages.files import *  # noqa: F403
from converter.messages.filing import *  # noqa: F403
from converter.messages.help import *  # noqa: F403
from converter.messages.overview import *  # noqa: F403
from converter.messages.packs import *  # noqa: F403
from converter.messages.reading import *  # noqa: F403
from converter.messages.runs import *  # noqa: F403
from converter.messages.screen import *  # noqa: F403
from converter.messages.system import *  # noqa: F403
from converter.messages.trace import *  # noqa: F403
from converter.messages.verify import *  # noqa: F403
