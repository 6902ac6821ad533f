using System.Globalization;

namespace VideoIndex.Accuracy.Scoring;

/// <summary>What FFmpeg's own detectors say of every frame. They find a cut wherever their score reaches a threshold.</summary>
/// <param name="Scdet">What scdet gives each frame, 0 to 100.</param>
/// <param name="Select">What select's scene gives each frame, 0 to 1.</param>
internal sealed record Peers(IReadOnlyList<double> Scdet, IReadOnlyList<double> Select)
{
    private const string ScdetMark = "lavfi.scd.score=", SelectMark = "lavfi.scene_score=";

    public static Peers None { get; } = new([], []);

    /// <summary>Returns the frames that reach a threshold; the first frame of a video never does.</summary>
    public static IReadOnlyList<int> Found(IReadOnlyList<double> scores, double threshold) =>
        [.. Enumerable.Range(0, scores.Count).Where(frame => frame > 0 && scores[frame] >= threshold)];

    /// <summary>Reads both in one decode of a file.</summary>
    public static Peers Read(string file)
    {
        using var ffmpeg = Ffmpeg.Start(
            ["-i", file, "-map", "0:v:0", "-vf", "scdet=threshold=0,select=gte(scene\\,0),metadata=mode=print:file=-", "-fps_mode", "passthrough", "-f", "null", "-"],
            input: false);
        var (scdet, select) = (new List<double>(), new List<double>());
        while (ffmpeg.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("frame:", StringComparison.Ordinal))
            {
                scdet.Add(0);
                select.Add(0);
            }
            else if (line.StartsWith(ScdetMark, StringComparison.Ordinal))
            {
                scdet[^1] = double.Parse(line.AsSpan(ScdetMark.Length), CultureInfo.InvariantCulture);
            }
            else if (line.StartsWith(SelectMark, StringComparison.Ordinal))
            {
                select[^1] = double.Parse(line.AsSpan(SelectMark.Length), CultureInfo.InvariantCulture);
            }
        }

        Ffmpeg.Finish(ffmpeg);
        return new Peers(scdet, select);
    }
}
