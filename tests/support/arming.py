"""What is done only after it was armed, both steps."""

from console.model.commands import Arm, EndSession, GoLive

GO_LIVE = (Arm("go_live"), GoLive())
END = (Arm("end"), EndSession())
