using VideoIndex.Shots;

namespace VideoIndex.Accuracy.Scoring;

/// <summary>Writes the evidence as text, a line a frame, for looking at with other tools.</summary>
internal static class Dump
{
    public static void Write(string? file, IEnumerable<Sample> samples)
    {
        if (file is null)
        {
            return;
        }

        using var to = new StreamWriter(file);
        foreach (var sample in samples)
        {
            for (var frame = 0; frame < sample.Evidence.Count; frame++)
            {
                var cut = sample.Truth.Cuts.FirstOrDefault(cut => cut.Frame == frame).Kind ?? "-";
                to.WriteLine($"{sample.Clip.Name}\t{frame}\t{cut}\t{sample.Truth.Near(frame)}\t{Line(sample.Evidence.Scores[frame])}");
            }
        }
    }

    public static string Line(FrameScore score) =>
        $"{score.Difference}\t{score.Histogram}\t{score.Structure}\t{Line(score.Back2)}\t{Line(score.Back3)}\t{Line(score.Back4)}\t" +
        $"{score.Mean}\t{score.Deviation}\t{score.Sharpness}\t{score.Texture}\t{score.Spread}\t{score.Everywhere}\t{score.Local}\t{score.Fingerprint:x16}";

    private static string Line(FrameChange change) => $"{change.Difference}\t{change.Histogram}\t{change.Structure}";
}
