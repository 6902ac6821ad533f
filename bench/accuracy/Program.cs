using VideoIndex.Accuracy;
using VideoIndex.Accuracy.Copies;
using VideoIndex.Accuracy.Faces;
using VideoIndex.Accuracy.Facts;
using VideoIndex.Accuracy.Facts.Settings;
using VideoIndex.Accuracy.Features;
using VideoIndex.Accuracy.Logos;
using VideoIndex.Accuracy.Objects;
using VideoIndex.Accuracy.Similar;
using VideoIndex.Accuracy.Speech;
using VideoIndex.Accuracy.Text;
using VideoIndex.Accuracy.Tracks;

return args switch
{
    ["copies", ..] => CopiesCommand.Run(args),
    ["faces", ..] => FacesCommand.Run(args),
    ["facts", ..] => FactsCommand.Run(args),
    ["features", ..] => FeaturesCommand.Run(args),
    ["logos", ..] => LogosCommand.Run(args),
    ["objects", "tracks", ..] => TracksCommand.Run(),
    ["objects", ..] => ObjectsCommand.Run(args),
    ["scenes", ..] => ScenesCommand.Run(args),
    ["similar", ..] => SimilarCommand.Run(args),
    ["speech", ..] => SpeechCommand.Run(args),
    ["text", ..] => TextCommand.Run(args),
    ["transitions" or "fit-transitions" or "draw", ..] => TransitionsCommand.Run(args),
    _ => CutsCommand.Run(args),
};
