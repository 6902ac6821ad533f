using VideoIndex.Accuracy;
using VideoIndex.Accuracy.Facts;
using VideoIndex.Accuracy.Text;

return args switch
{
    ["facts", ..] => FactsCommand.Run(args),
    ["text", ..] => TextCommand.Run(args),
    _ => CutsCommand.Run(args),
};
