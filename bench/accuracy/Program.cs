using VideoIndex.Accuracy;

return args is ["transitions" or "fit-transitions" or "draw", ..] ? TransitionsCommand.Run(args) : CutsCommand.Run(args);
