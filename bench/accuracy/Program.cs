using VideoIndex.Accuracy;

return CutsCommand.Run(args);
