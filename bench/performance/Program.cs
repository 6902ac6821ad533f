using VideoIndex.Performance;
using VideoIndex.Performance.Answering;
using VideoIndex.Performance.Logos;
using VideoIndex.Performance.Models;
using VideoIndex.Performance.Passes;
using VideoIndex.Performance.Searching;
using VideoIndex.Performance.Speech;

return args switch
{
    ["decode", ..] => await DecodeBench.RunAsync(new Options(args)).ConfigureAwait(false),
    ["memory", ..] => await MemoryBench.RunAsync(new Options(args)).ConfigureAwait(false),
    ["search", ..] => SearchBench.Run(new Options(args)),
    ["answers", ..] => await AnswersBench.RunAsync(new Options(args)).ConfigureAwait(false),
    ["answers-cold", var folder, var question] => await ColdStart.AnswerAsync(folder, question).ConfigureAwait(false),
    ["eta", ..] => await EtaBench.RunAsync(new Options(args)).ConfigureAwait(false),
    ["small", ..] => await SmallBench.RunAsync(new Options(args)).ConfigureAwait(false),
    ["neighbours", ..] => NeighboursBench.Run(new Options(args)),
    ["features", .. var files] => await FeaturesBench.RunAsync(new Options(args), files).ConfigureAwait(false),
    ["stills", .. var files] => await StillsBench.RunAsync(new Options(args), files).ConfigureAwait(false),
    ["logos", var library, var pictures, ..] => LogosBench.Run(new Options(args), library, pictures),
    ["models", var folder, ..] => await ModelsBench.RunAsync(new Options(args), folder).ConfigureAwait(false),
    ["whisper", .. var sizes] => WhisperBench.Run(new Options(args), [.. sizes.TakeWhile(size => size[0] != '-')]),
    ["shot-pass", var file] => await ShotPass.RunAsync(file, Environment.ProcessorCount, text: false).ConfigureAwait(false),
    ["text-pass", var file] => await ShotPass.RunAsync(file, Environment.ProcessorCount, text: true).ConfigureAwait(false),
    ["survey", var file] => await ShotPass.SurveyAsync(file).ConfigureAwait(false),
    _ => Options.Usage(),
};
