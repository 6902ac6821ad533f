using VideoIndex.Accuracy;
using VideoIndex.Accuracy.Copies;
using VideoIndex.Accuracy.Facts;

return args switch
{
    ["copies", ..] => CopiesCommand.Run(args),
    ["facts", ..] => FactsCommand.Run(args),
    _ => CutsCommand.Run(args),
};
