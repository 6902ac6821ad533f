using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Graph;
using VideoIndex.Onnx.Whisper.Proof;
using VideoIndex.Onnx.Whisper.Sources;

namespace VideoIndex.Onnx.Whisper.Shelf;

/// <summary>
/// Makes graphs of weights once, and keeps them. They are made beside, proved against the weights, and only then take their place by one renaming: a
/// conversion that is killed leaves nothing that would be used, and is begun anew.
/// </summary>
internal static class Conversion
{
    // Raised when the graphs change: those of another form are made anew.
    private const int Form = 1;

    private const string Mark = "made";

    /// <summary>Returns where graphs are, having made them where need be.</summary>
    /// <param name="source">The model's files.</param>
    /// <param name="facts">What they say.</param>
    /// <param name="precision">In what numbers the graphs work.</param>
    /// <param name="revision">Which files these are, exactly.</param>
    /// <param name="runtime">What runs the graphs for the proof.</param>
    /// <exception cref="ModelException">The weights are damaged, or the graphs do not say what they do.</exception>
    public static string Ensure(SpeechSource source, SpeechFacts facts, Precision precision, string revision, IModelRuntime runtime)
    {
        var home = Path.Combine(source.Folder, "graphs", NameOf(precision));
        if (IsMade(home, revision))
        {
            return home;
        }

        var beside = Path.Combine(source.Folder, "graphs", $".{Guid.NewGuid():N}");
        try
        {
            Make(source, facts, precision, beside);
            using (var weights = source.OpenWeights())
            {
                GraphProof.Require(weights, beside, precision, runtime);
            }

            File.WriteAllText(Path.Combine(beside, Mark), $"{Form} {revision}\n");
            return Place(beside, home, revision);
        }
        finally
        {
            Delete(beside);
        }
    }

    /// <summary>Returns whether graphs are there that were made of the very same files.</summary>
    public static bool IsMade(string home, string revision) =>
        File.Exists(Path.Combine(home, Mark)) && File.ReadAllText(Path.Combine(home, Mark)) == $"{Form} {revision}\n";

    /// <summary>Proves every kind of graph that has been made of a model's weights.</summary>
    /// <exception cref="ModelException">Some do not, and those that were made anew do not either.</exception>
    public static void Prove(SpeechSource source, SpeechFacts facts, string revision, IModelRuntime runtime)
    {
        Tidy(source.Folder);
        foreach (var precision in Enum.GetValues<Precision>())
        {
            var home = Path.Combine(source.Folder, "graphs", NameOf(precision));
            if (!IsMade(home, revision))
            {
                continue;
            }

            try
            {
                using var weights = source.OpenWeights();
                GraphProof.Require(weights, home, precision, runtime);
            }
            catch (ModelException)
            {
                Delete(home);
                Ensure(source, facts, precision, revision, runtime);
            }
        }
    }

    /// <summary>Makes graphs, without a proof.</summary>
    public static void Make(SpeechSource source, SpeechFacts facts, Precision precision, string folder)
    {
        Directory.CreateDirectory(folder);
        using var weights = source.OpenWeights();
        EncoderGraph.Write(weights, precision, Path.Combine(folder, "encoder.onnx"));
        DecoderGraph.Write(weights, precision, [.. facts.Heads.Select(head => head.Layer).Distinct()], Path.Combine(folder, "decoder.onnx"));
        ScoreGraph.Write(weights.Sizes.Width / weights.Sizes.Decoder.Heads, Path.Combine(folder, "scores.onnx"));
    }

    /// <summary>Deletes what earlier conversions that were killed have left.</summary>
    private static void Tidy(string folder)
    {
        var graphs = Path.Combine(folder, "graphs");
        foreach (var left in Directory.Exists(graphs) ? Directory.EnumerateDirectories(graphs, ".*") : [])
        {
            Delete(left);
        }
    }

    private static string NameOf(Precision precision) => precision == Precision.Signed8 ? "signed8" : "real32";

    private static string Place(string beside, string home, string revision)
    {
        if (Directory.Exists(home) && !IsMade(home, revision))
        {
            Delete(home);
        }

        try
        {
            Directory.Move(beside, home);
        }
        catch (IOException) when (IsMade(home, revision))
        {
            // Another program made the same meanwhile.
        }

        return home;
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
