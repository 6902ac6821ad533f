using VideoIndex.Accuracy;
using VideoIndex.Accuracy.Facts;
using VideoIndex.Accuracy.Facts.Settings;

return args switch
{
    ["facts", ..] => FactsCommand.Run(args),
    ["scenes", ..] => ScenesCommand.Run(args),
    _ => CutsCommand.Run(args),
};
