using VideoIndex.Accuracy;
using VideoIndex.Accuracy.Facts;

return args switch
{
    ["facts", ..] => FactsCommand.Run(args),
    _ => CutsCommand.Run(args),
};
