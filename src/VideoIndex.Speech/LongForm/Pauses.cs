using VideoIndex.Speech.Timing;

namespace VideoIndex.Speech.LongForm;

/// <summary>Says where to listen next, now that it is known when the last word ends, and which words between pauses are not to be kept.</summary>
/// <param name="Seek">The window's first frame.</param>
/// <param name="Frames">How many frames of sound it has.</param>
/// <param name="Whole">How many frames of sound a window can have.</param>
/// <param name="All">How many frames the sound has.</param>
/// <param name="LastSpeech">When speech was last heard before the window, in seconds.</param>
internal readonly record struct Pauses(int Seek, int Frames, int Whole, int All, double LastSpeech)
{
    private const double Near = 2;

    private double Start => Seconds(Seek);

    private double WindowEnd => Seconds(Seek + Whole);

    /// <summary>Decides.</summary>
    /// <param name="passages">The window's passages with their words; those that are not to be kept are taken out.</param>
    /// <param name="threshold">The seconds of silence that make odd words suspicious; null for none.</param>
    /// <param name="next">The frame to go on from by the time marks alone.</param>
    /// <param name="again">Whether nothing of the window is to be kept.</param>
    /// <returns>The frame to go on from.</returns>
    public int Next(Passages passages, double? threshold, int next, out bool again)
    {
        again = false;
        var end = passages.Closed ? null : WindowWalk.LastEnd(passages.All);
        if (end > Start)
        {
            next = threshold is null || WindowEnd - end > threshold ? Frame(end.Value) : Seek + Frames;
        }

        if (threshold is not { } silence)
        {
            return next;
        }

        var first = WithWords(passages.All, 0);
        if (OddWords.Fill(first) && first!.Start - Start > silence)
        {
            again = true;
            return Seek + Frame(first.Start - Start);
        }

        return DropOdd(passages.All, silence, next);
    }

    private int DropOdd(List<Passage> passages, double silence, int next)
    {
        var lastEnd = LastSpeech;
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i];
            if (passage.Words.Count == 0)
            {
                continue;
            }

            if (OddWords.Fill(passage) && SilentBefore(passage, lastEnd, silence) && SilentAfter(passage, WithWords(passages, i + 1), silence))
            {
                next = Seconds(All) - passage.End < silence ? All : Frame(Math.Max(Start + 1, passage.Start));
                passages.RemoveRange(i, passages.Count - i);
                break;
            }

            lastEnd = passage.End;
        }

        return next;
    }

    // The second test compares a time from the beginning of the sound, not of the window, as the official program does.
    private bool SilentBefore(Passage passage, double lastEnd, double silence) =>
        passage.Start - lastEnd > silence || passage.Start < silence || passage.Start - Start < Near;

    private bool SilentAfter(Passage passage, Passage? following, double silence) =>
        (following?.Words[0].Start ?? Start + Seconds(Frames)) - passage.End > silence || OddWords.Fill(following) || WindowEnd - passage.End < Near;

    private static Passage? WithWords(List<Passage> passages, int from) => passages.Skip(from).FirstOrDefault(passage => passage.Words.Count > 0);

    private static double Seconds(int frames) => (double)frames / Passages.FramesPerSecond;

    private static int Frame(double seconds) => (int)Math.Round(seconds * Passages.FramesPerSecond);
}
