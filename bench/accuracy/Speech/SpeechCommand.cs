using System.Diagnostics;
using VideoIndex.Hearing;
using VideoIndex.Onnx.Whisper.Graph;
using VideoIndex.Speech.Batched;

namespace VideoIndex.Accuracy.Speech;

/// <summary>Measures how well planted speech is heard, and when.</summary>
internal static class SpeechCommand
{
    private const string Usage =
        "usage: speech make FOLDER [--part tune|report] [--clips N] [--seconds N] [--seed N]\n"
        + "       speech score FOLDER --models FOLDER [--model FOLDER] [--int8] [--told] [--mistakes]";

    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["speech", "make", var folder, .. var rest]:
                return Make(folder, rest);
            case ["speech", "score", var folder, ..] when Option(args, "--models") is { } models:
                return Score(folder, models, args);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    /// <summary>Has the clips made by the program that also trains: it alone knows when words are said.</summary>
    private static int Make(string folder, string[] rest)
    {
        using var maker = Process.Start("python3", [Path.Combine("tools", "micro-whisper", "clips.py"), folder, .. rest]);
        maker.WaitForExitAsync().GetAwaiter().GetResult();
        return maker.ExitCode;
    }

    private static int Score(string folder, string models, string[] args)
    {
        var precision = args.Contains("--int8") ? Precision.Signed8 : Precision.Real32;
        var model = Option(args, "--model") ?? Path.Combine("tests", "models", "micro-whisper");
        var graphs = Directory.CreateTempSubdirectory("speech-");
        try
        {
            using var transcriber = SpeechFinder.Open(model, models, graphs.FullName, precision);
            var planted = PlantedSpeech.Read(folder);
            var outcomes = planted.Clips.Select(clip => Hear(transcriber, folder, clip, args)).ToArray();
            Console.WriteLine($"part {planted.Part}, seed {planted.Seed}, {planted.Clips.Count} clips, {precision}, language {(args.Contains("--told") ? "told" : "found out")}");
            Console.WriteLine();
            SpeechTable.Print(outcomes);
            return 0;
        }
        finally
        {
            graphs.Delete(recursive: true);
        }
    }

    private static SpeechOutcome Hear(BatchedTranscriber transcriber, string folder, PlantedClip clip, string[] args)
    {
        var options = new TranscriptionOptions { Language = args.Contains("--told") ? clip.Language : null };
        var text = transcriber.TranscribeAsync(new WaveSound(Path.Combine(folder, clip.File)), options, new Progress<long>(), default).GetAwaiter().GetResult();
        if (args.Contains("--mistakes"))
        {
            Console.WriteLine($"{clip.File} {clip.Language}\n  said  {string.Join(' ', clip.Words.Select(x => x.Text))}");
            Console.WriteLine($"  heard {string.Concat(text.Utterances.Select(x => x.Dropped is { } why ? $" [{why}: {x.Text}]" : x.Text))}");
        }

        return SpeechOutcome.Of(clip, text);
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
