using System.Globalization;
using VideoIndex.Looks;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.Services;

/// <summary>Something seen in one sample of a video.</summary>
/// <param name="At">When, in seconds of the file.</param>
/// <param name="Kind">The kind of tag it is part of.</param>
/// <param name="Label">What it is.</param>
/// <param name="Sure">How sure the service is, from 0 to 1; null where it does not say.</param>
/// <param name="Box">Where it is; null where it does not say.</param>
/// <param name="Thread">What tells it from others of its name, where the service follows it; else empty.</param>
internal sealed record Sighting(Rational At, string Kind, string Label, double? Sure, PictureBox? Box, string Thread = "");

/// <summary>
/// Makes spans of samples: those of one name that follow each other without one left out are one span, from the first to one step behind the last. A step
/// is the smallest distance between two samples of the list.
/// </summary>
internal static class Sightings
{
    private static readonly Rational Tolerance = new(3, 2); // times are rounded: 33 ms and 34 ms are one step

    /// <summary>Returns the smallest distance between two different times; zero where there are no two.</summary>
    public static Rational StepOf(IEnumerable<Rational> times)
    {
        var (step, before) = (default(Rational), (Rational?)null);
        foreach (var time in times.Distinct().Order())
        {
            var apart = before is { } last ? time - last : default;
            step = apart > default(Rational) && (step == default || apart < step) ? apart : step;
            before = time;
        }

        return step;
    }

    /// <summary>Keeps the spans of a list of samples.</summary>
    public static void Add(Gathering gathering, IReadOnlyList<Sighting> sightings, Rational step)
    {
        foreach (var group in sightings.GroupBy(one => (one.Kind, one.Label, one.Thread)))
        {
            var run = new List<Sighting>();
            foreach (var one in group.OrderBy(one => one.At))
            {
                if (run is [.., var last] && one.At - last.At > step * Tolerance)
                {
                    Keep(gathering, run, step);
                    run = [];
                }

                run.Add(one);
            }

            Keep(gathering, run, step);
        }
    }

    private static void Keep(Gathering gathering, List<Sighting> run, Rational step)
    {
        var first = run[0];
        var what = $"{first.Kind} '{first.Label}' at {first.At} s";
        if (gathering.Placed(first.At, run[^1].At + step, what) is not { } span)
        {
            return;
        }

        var surest = run.MaxBy(one => one.Sure ?? 0)!;
        var samples = run.Select(one => one.At).Distinct().Count();
        gathering.Add(span, first.Kind, first.Label, gathering.Sure(surest.Sure, what), tag => tag with
        {
            Box = run.Count == samples ? surest.Box : null,
            Path = run.Count == samples ? PathOf(gathering, run, span) : null,
            How = samples == 1 ? "Seen in 1 sample." : string.Create(CultureInfo.InvariantCulture, $"Seen in {samples} samples, {step.ToDouble():0.###} s apart; the surest counts."),
        });
    }

    // Where two are in one sample, nobody says which of them is which in the next.
    private static TagPath? PathOf(Gathering gathering, List<Sighting> run, MediaSpan span)
    {
        var points = run.Where(one => one.Box is not null).Select(one => new PathPoint(
            gathering.Moved(one.At), one.Box!.Value, (int)Math.Round(Math.Clamp(one.Sure ?? 1, 0, 1) * 1000))).Where(point => span.Start <= point.At && point.At <= span.End).ToList();
        return points is [_, _, ..] ? new TagPath(points) : null;
    }
}
