using VideoIndex.Accuracy;
using VideoIndex.Accuracy.Copies;

return args is ["copies", ..] ? CopiesCommand.Run(args) : CutsCommand.Run(args);
