using VideoIndex.Speech.Timing;

namespace VideoIndex.Speech.LongForm;

/// <summary>The passages of one window, and how far they reach.</summary>
/// <param name="All">The passages, in order, with times that count from the beginning of the sound.</param>
/// <param name="Heard">How many frames of the window are done with; the rest is listened to again.</param>
/// <param name="Closed">Whether the window ends with text and one time mark: nobody speaks behind it.</param>
public sealed record Passages(List<Passage> All, int Heard, bool Closed)
{
    /// <summary>The seconds between two time marks.</summary>
    public const double Step = 0.02;

    /// <summary>The frames between two time marks.</summary>
    public const int FramesPerStep = 2;

    /// <summary>The frames in a second.</summary>
    public const int FramesPerSecond = 100;

    /// <summary>
    /// Divides what was written down wherever two time marks meet. Where none do, it is one passage from the beginning of the window to the last mark.
    /// What follows the last pair is left for the next window. As the official program does it.
    /// </summary>
    /// <param name="tokens">The tokens, time marks among them.</param>
    /// <param name="first">The window's first frame.</param>
    /// <param name="frames">How many frames of sound it has.</param>
    /// <param name="marks">The meaning of tokens.</param>
    /// <param name="text">Writes tokens as text.</param>
    public static Passages Of(IReadOnlyList<int> tokens, int first, int frames, TokenMarks marks, Func<IReadOnlyList<int>, string> text)
    {
        bool IsMark(int at) => at >= 0 && tokens[at] >= marks.TimestampBegin;

        var closed = tokens.Count >= 2 && IsMark(tokens.Count - 1) && !IsMark(tokens.Count - 2);
        var ends = Enumerable.Range(1, Math.Max(0, tokens.Count - 1)).Where(at => IsMark(at - 1) && IsMark(at)).ToList();
        var start = (double)first / FramesPerSecond;
        if (ends.Count == 0)
        {
            var last = Enumerable.Range(0, tokens.Count).LastOrDefault(IsMark, -1);
            var position = last < 0 ? 0 : tokens[last] - marks.TimestampBegin;
            var length = position == 0 ? (double)frames / FramesPerSecond : position * Step;
            return new([Passage(tokens, start, start + length)], frames, closed);
        }

        if (closed)
        {
            ends.Add(tokens.Count);
        }

        var all = new List<Passage>();
        var from = 0;
        foreach (var end in ends)
        {
            var own = tokens.Skip(from).Take(end - from).ToArray();
            all.Add(Passage(own, start + ((own[0] - marks.TimestampBegin) * Step), start + ((own[^1] - marks.TimestampBegin) * Step)));
            from = end;
        }

        return new(all, closed ? frames : (tokens[from - 1] - marks.TimestampBegin) * FramesPerStep, closed);

        Passage Passage(IReadOnlyList<int> own, double begins, double ends) => new()
        {
            Tokens = own,
            Text = text([.. own.Where(token => token < marks.EndOfText)]),
            Start = begins,
            End = ends,
        };
    }
}
