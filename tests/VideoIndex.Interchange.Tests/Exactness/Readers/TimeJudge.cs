using VideoIndex.Interchange.Exporting;

namespace VideoIndex.Interchange.Tests.Exactness.Readers;

/// <summary>What a file says of a moment in seconds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends; null where the format does not say.</param>
internal readonly record struct Timed(string Name, Fraction Start, Fraction? End);

/// <summary>Judges a format that has times and no frames: who seeks to the start sees the moment's first frame, and none after its last is shown before the end.</summary>
internal abstract class TimeJudge(params string[] formats) : IJudge
{
    public IReadOnlyList<string> Formats => formats;

    public virtual bool OneAtATime => false;

    public IEnumerable<string> Faults(ExportResult result, DrawnSheet drawn)
    {
        var said = result.Files.SelectMany(file => Read(file.Text, drawn)).ToList();
        var truth = drawn.Truths().ToList();
        foreach (var one in said)
        {
            var meant = truth.FindIndex(moment => moment.Name == one.Name && Shows(one, moment, drawn.Of(one.Name)));
            if (meant < 0)
            {
                yield return $"has {one}";
            }
            else
            {
                truth.RemoveAt(meant);
            }
        }

        foreach (var one in truth)
        {
            yield return $"lacks {one}, {one.Start} to {one.End}";
        }
    }

    public IEnumerable<(string Name, Fraction Start)> Sayings(string text, DrawnSheet drawn) =>
        Read(text, drawn).Select(one => (one.Name, drawn.Of(one.Name).StartOf(drawn.Of(one.Name).OnScreenAt(one.Start))));

    /// <summary>Reads a file.</summary>
    public abstract IEnumerable<Timed> Read(string text, DrawnSheet drawn);

    // A handle in seconds may end a sliver before a frame: then both that frame and the one before are right.
    private static bool Shows(Timed said, Truth moment, DrawnVideo video)
    {
        var first = video.OnScreenAt(said.Start);
        var until = said.End is { } end ? video.NotYetAt(end) : (long?)null;
        return (first == moment.First || first == video.OnScreenAt(moment.Start)) && (until is null || until == moment.Until || until == video.NotYetAt(moment.End));
    }
}
