using VideoIndex.Timing;

namespace VideoIndex.Interchange.Transcripts.Cues;

/// <summary>Puts cues one after the other, so that no two are on the screen at once, and each for as long as it can be.</summary>
internal sealed class CueOrder(CueRules rules, CueSplitter splitter, LineBreaker lines, int indent)
{
    private static readonly MediaDuration Half = new(new Rational(1, 2));

    private readonly List<CueDraft> _placed = [];

    /// <summary>Gets how many cues are shown later than they are said, for others are on the screen then.</summary>
    public int Delayed { get; private set; }

    /// <summary>Returns the cues in order; they do not overlap.</summary>
    public List<CueDraft> Place(IEnumerable<CueDraft> drafts, IReadOnlyList<MediaTime> cuts)
    {
        foreach (var draft in drafts.OrderBy(draft => draft.Start))
        {
            Add(draft);
        }

        for (var at = 0; at < _placed.Count; at++)
        {
            Extend(_placed[at], at + 1 < _placed.Count ? _placed[at + 1] : null);
        }

        for (var at = 0; at < _placed.Count && cuts.Count > 0; at++)
        {
            Snap(at, cuts);
        }

        return _placed;
    }

    private void Add(CueDraft draft)
    {
        if (_placed is not [.., var last] || draft.Start >= last.Start + rules.MinDuration + rules.Gap)
        {
            Trim(draft.Start);
            _placed.Add(draft);
        }
        else if (Join(last, draft) is { } joined)
        {
            _placed[^1] = joined;
        }
        else if (draft.Start >= last.Start + new MediaDuration(rules.MinDuration.Seconds * new Rational(1, 2)) + rules.Gap)
        {
            Trim(draft.Start);
            _placed.Add(draft);
        }
        else
        {
            Delay(last, draft);
            _placed.Add(draft);
        }
    }

    // The one before leaves the screen in time.
    private void Trim(MediaTime start)
    {
        if (_placed is [.., var last] && last.End > start - rules.Gap)
        {
            last.End = start - rules.Gap;
        }
    }

    // Nothing is left out: what there is no room for yet is shown as soon as there is.
    private void Delay(CueDraft last, CueDraft draft)
    {
        last.End = last.End < last.Start + rules.MinDuration ? last.End : last.Start + rules.MinDuration;
        if (draft.Start < last.End + rules.Gap)
        {
            Delayed++;
            last.End = last.Start + rules.MinDuration;
            draft.Start = last.End + rules.Gap;
            draft.End = draft.End > draft.Start + rules.MinDuration ? draft.End : draft.Start + rules.MinDuration;
        }
    }

    // What would be too short by itself is one with its neighbour; what two say at once has a line each.
    private CueDraft? Join(CueDraft first, CueDraft second)
    {
        if (first.Dropped != second.Dropped)
        {
            return null;
        }

        var joined = CueDraft.Joined(first, second, rules.IsWide);
        var isShort = joined.End - joined.Start <= rules.MaxDuration;
        return joined.Parts.Count == 1
            ? isShort && splitter.Fits(joined.Parts[0].Words, indent) ? joined : null
            : isShort && joined.Parts.Sum(part => lines.FewestLines(part.Words, indent)) <= rules.MaxLines ? joined : null;
    }

    // On until it is read, and on to the next where little is left between them.
    private void Extend(CueDraft draft, CueDraft? next)
    {
        var needed = new MediaDuration(new Rational((long)Math.Ceiling(draft.Characters(rules.IsWide) * 1000 / rules.ReadingSpeed), 1000));
        var read = Earlier(draft.Start + needed, draft.Spoken + rules.Linger);
        var end = Later(draft.End, Later(read, draft.Start + rules.MinDuration));
        end = Later(draft.End, Earlier(end, draft.Start + rules.MaxDuration));
        if (next is not null)
        {
            var limit = next.Start - rules.Gap;
            var isNear = end + rules.Gap + Half >= next.Start && limit <= draft.Start + rules.MaxDuration;
            end = isNear ? Later(draft.End, limit) : Earlier(end, Later(draft.End, limit));
        }

        draft.End = end > draft.Start ? end : draft.Start + rules.Gap;
    }

    // A cue that begins or ends just beside a cut would flicker with it.
    private void Snap(int at, IReadOnlyList<MediaTime> cuts)
    {
        var draft = _placed[at];
        var from = at > 0 ? _placed[at - 1].End + rules.Gap : default;
        if (Near(cuts, draft.Start) is { } begins && begins >= from && draft.End - begins >= rules.MinDuration && draft.End - begins <= rules.MaxDuration)
        {
            draft.Start = begins;
        }

        var until = at + 1 < _placed.Count ? _placed[at + 1].Start - rules.Gap : draft.End + rules.SnapWithin;
        if (Near(cuts, draft.End) is { } ends && ends - rules.Gap is var end && end <= until && end - draft.Start >= rules.MinDuration && end - draft.Start <= rules.MaxDuration)
        {
            draft.End = end;
        }
    }

    private MediaTime? Near(IReadOnlyList<MediaTime> cuts, MediaTime time)
    {
        var (low, high) = (0, cuts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = cuts[middle] < time ? (middle + 1, high) : (low, middle);
        }

        MediaTime? after = low < cuts.Count && cuts[low] - time <= rules.SnapWithin ? cuts[low] : null;
        MediaTime? before = low > 0 && time - cuts[low - 1] <= rules.SnapWithin ? cuts[low - 1] : null;
        return after is null || (before is not null && time - before.Value < after.Value - time) ? before : after;
    }

    private static MediaTime Earlier(MediaTime one, MediaTime other) => one < other ? one : other;

    private static MediaTime Later(MediaTime one, MediaTime other) => one > other ? one : other;
}
