using System.Globalization;
using VideoIndex.Interchange.Transcripts.Cues;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Cues.Captions;

/// <summary>Cues of which no two are on the screen together: where several held, there is one with the lines of all.</summary>
/// <param name="Cues">The cues, in order.</param>
/// <param name="Divided">How many cues had to be divided.</param>
/// <param name="Hidden">How many of them name not all that hold.</param>
internal sealed record StackedCues(IReadOnlyList<Cue> Cues, int Divided, int Hidden)
{
    /// <summary>How many cues are shown at once at most; more would cover the picture.</summary>
    public const int MostAtOnce = 6;

    /// <summary>Stacks cues.</summary>
    /// <param name="cues">The cues, by start.</param>
    public static StackedCues Of(IReadOnlyList<Cue> cues)
    {
        // In milliseconds, as they are written: what is apart by less would overlap there.
        var spans = cues.Select(cue => cue.Span.In(1000)).ToList();
        var borders = spans.SelectMany(span => (long[])[span.Start, span.End]).Distinct().Order().ToList();
        var (done, open) = (new List<Cue>(), new List<int>());
        var (pieces, next, hidden) = (new int[cues.Count], 0, 0);
        foreach (var (from, until) in borders.Zip(borders.Skip(1)))
        {
            open.RemoveAll(at => spans[at].End <= from);
            for (; next < cues.Count && spans[next].Start <= from; next++)
            {
                open.Add(next);
            }

            if (open.Count == 0)
            {
                continue;
            }

            open.ForEach(at => pieces[at]++);
            var (lines, isWhole) = Lines([.. open.Select(at => cues[at])]);
            hidden += isWhole ? 0 : 1;
            done.Add(new Cue(new MediaSpan(Time(from), Time(until)), lines));
        }

        return new StackedCues(done, pieces.Count(count => count > 1), hidden);
    }

    private static (List<CueLine> Lines, bool IsWhole) Lines(IReadOnlyList<Cue> open)
    {
        var different = open.DistinctBy(cue => (cue.Text, cue.Lines[0].Speaker)).ToList();
        var lines = different.TakeLast(MostAtOnce).SelectMany(cue => cue.Lines).ToList();
        if (different.Count > MostAtOnce)
        {
            lines.Add(new CueLine([new CueRun(string.Create(CultureInfo.InvariantCulture, $"(+{different.Count - MostAtOnce})"), IsUnsure: false)]));
        }

        return (lines, different.Count <= MostAtOnce);
    }

    private static MediaTime Time(long milliseconds) => new(new Rational(milliseconds, 1000));
}
