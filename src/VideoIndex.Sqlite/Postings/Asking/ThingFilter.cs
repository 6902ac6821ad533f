using VideoIndex.Search.Conditions;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Asking;

/// <summary>Decides which things of a segment count: those of videos that are alive, and that keep to tests of evidence.</summary>
/// <remarks>What people rejected counts only where it is asked for by its status.</remarks>
internal sealed class ThingFilter
{
    private const int Whole = 1_000_000;

    private readonly LiveSegment _live;
    private readonly ThingTable _things;
    private readonly bool[]? _classes; // null where all count
    private readonly (int Least, int Most)? _sure; // in millionths; null where it does not matter
    private int _video = -1;
    private int _end; // the thing after the video's last

    /// <param name="live">The segment.</param>
    /// <param name="things">Its things.</param>
    /// <param name="classes">The classes there are.</param>
    /// <param name="tests">What things must keep to; null where nobody asks, so that what was rejected counts, too.</param>
    public ThingFilter(LiveSegment live, ThingTable things, IReadOnlyList<ThingClass?> classes, IReadOnlyList<EvidenceTest>? tests)
    {
        (_live, _things) = (live, things);
        if (tests is null)
        {
            return;
        }

        var sorts = tests.Where(test => test is not ConfidenceTest).ToList();
        var asksRejected = sorts.Exists(test => test is StatusTest { Status: ReviewStatus.Rejected });
        var admits = classes.Select(one => one is not null && (asksRejected || one.Status != ReviewStatus.Rejected) && sorts.TrueForAll(test => test.Admits(one.Example()))).ToArray();
        _classes = admits.Index().All(one => one.Item || classes[one.Index] is null) ? null : admits;
        foreach (var test in tests.OfType<ConfidenceTest>())
        {
            var (least, most) = Range(test.Limit);
            var before = _sure ?? (0, Whole);
            _sure = (Math.Max(before.Least, least), Math.Min(before.Most, most));
        }
    }

    /// <summary>Gets whether all that is alive counts.</summary>
    public bool AdmitsAll => _classes is null && _sure is null;

    /// <summary>Returns whether a thing counts.</summary>
    /// <param name="thing">The thing; not before one that was asked for last time.</param>
    /// <param name="next">The first thing that may count after it.</param>
    public bool Admits(int thing, out int next)
    {
        next = thing + 1;
        if (_live.Dead is { } dead)
        {
            if (thing >= _end)
            {
                _video = _live.Segment.VideoOf(thing);
                _end = _live.Segment.FirstThing[_video + 1];
            }

            if (dead[_video])
            {
                next = _end;
                return false;
            }
        }

        return (_classes is null || _classes[_things.Class(thing)]) && (_sure is not { } sure || IsIn(sure, _things.Millionths(thing)));
    }

    private static bool IsIn((int Least, int Most) range, int value) => value >= range.Least && value <= range.Most;

    // A limit divides the numbers from 0 to a million in two, or lets one of them through.
    private static (int Least, int Most) Range(Limit limit)
    {
        var (low, high) = (0, Whole + 1);
        var rises = limit.Comparison is Comparison.More or Comparison.AtLeast or Comparison.Exactly;
        var edge = limit.Comparison == Comparison.Exactly ? limit with { Comparison = Comparison.AtLeast } : limit;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = edge.Admits(new Timing.Rational(middle, Whole)) == rises ? (low, middle) : (middle + 1, high);
        }

        return limit.Comparison == Comparison.Exactly
            ? (low, low <= Whole && limit.Admits(new Timing.Rational(low, Whole)) ? low : -1)
            : rises ? (low, Whole) : (0, low - 1);
    }
}
