namespace VideoIndex.Speech.LongForm;

/// <summary>The parts of a sound that are listened to, in frames of 10 ms.</summary>
internal static class Clips
{
    /// <summary>Lists them: all of the sound where none are named.</summary>
    /// <param name="seconds">Starts and ends in turn.</param>
    /// <param name="frames">How many frames the sound has: no part goes beyond.</param>
    /// <returns>The parts, in the order they were named; they may overlap.</returns>
    public static IEnumerable<(int Start, int End)> Of(IReadOnlyList<double> seconds, int frames)
    {
        if (seconds.Count == 0)
        {
            yield return (0, frames);
        }

        for (var i = 0; i < seconds.Count; i += 2)
        {
            yield return (Frame(seconds[i]), i + 1 < seconds.Count ? Math.Min(frames, Frame(seconds[i + 1])) : frames);
        }
    }

    private static int Frame(double seconds) => (int)Math.Round(seconds * Passages.FramesPerSecond);
}
