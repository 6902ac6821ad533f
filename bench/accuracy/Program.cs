using VideoIndex.Accuracy;
using VideoIndex.Accuracy.Text;

return args is ["text", ..] ? TextCommand.Run(args) : CutsCommand.Run(args);
