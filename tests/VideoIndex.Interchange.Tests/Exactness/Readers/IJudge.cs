using VideoIndex.Interchange.Exporting;

namespace VideoIndex.Interchange.Tests.Exactness.Readers;

/// <summary>Reads a format by its own rules and tells what a file of it says wrongly of the sheet that was drawn.</summary>
internal interface IJudge
{
    /// <summary>Gets the formats it reads.</summary>
    IReadOnlyList<string> Formats { get; }

    /// <summary>Gets whether the format says one thing at a time, so that moments have to be drawn apart.</summary>
    bool OneAtATime => false;

    /// <summary>Returns what is wrong, a sentence each.</summary>
    IEnumerable<string> Faults(ExportResult result, DrawnSheet drawn);

    /// <summary>Returns what a file says of each moment, in its order: the name, and when its first frame is shown.</summary>
    IEnumerable<(string Name, Fraction Start)> Sayings(string text, DrawnSheet drawn);
}

/// <summary>What a file says of a moment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="First">Its first frame, counted from 0 for the video's first.</param>
/// <param name="Until">The first frame after it.</param>
internal readonly record struct Said(string Name, long First, long Until)
{
    public override string ToString() => $"{Name} [{First}, {Until})";
}

/// <summary>Judges a format that names frames: each moment has its own, no more and no fewer.</summary>
internal abstract class FrameJudge(params string[] formats) : IJudge
{
    public IReadOnlyList<string> Formats => formats;

    public IEnumerable<string> Faults(ExportResult result, DrawnSheet drawn)
    {
        var said = result.Files.SelectMany(file => Read(file.Text, drawn)).Select(one => $"{one}").ToList();
        var truth = Expected(drawn.Truths().Select(one => new Said(one.Name, one.First, one.Until))).Select(one => $"{one}").ToList();
        return Bags.Less(truth, said).Select(one => $"lacks {one}").Concat(Bags.Less(said, truth).Select(one => $"has {one}"));
    }

    public IEnumerable<(string Name, Fraction Start)> Sayings(string text, DrawnSheet drawn) => Read(text, drawn).Select(one => (one.Name, drawn.Of(one.Name).StartOf(one.First)));

    /// <summary>Reads a file.</summary>
    public abstract IEnumerable<Said> Read(string text, DrawnSheet drawn);

    /// <summary>Returns what a file has to say of what is true.</summary>
    protected virtual IEnumerable<Said> Expected(IEnumerable<Said> truth) => truth;

    /// <summary>Returns which frame of the day the label of a video's first frame is in this format.</summary>
    protected virtual long BaseOf(DrawnVideo video, DrawnSheet drawn) => drawn.LabelOf(video);

    /// <summary>Returns what a label names, counted from the first frame of a moment's video.</summary>
    protected long FrameOf(string label, string moment, DrawnSheet drawn, bool colonMayDrop = false)
    {
        var video = drawn.Of(moment);
        var labels = video.Rate.Labels;
        var frame = labels.FrameOf(label, colonMayDrop) - BaseOf(video, drawn);
        return frame < 0 ? frame + labels.Day : frame;
    }
}

/// <summary>Compares lists whose order says nothing.</summary>
internal static class Bags
{
    /// <summary>Returns what one list has and the other lacks, each as often.</summary>
    public static IEnumerable<string> Less(IReadOnlyList<string> from, IReadOnlyList<string> taken)
    {
        var left = taken.GroupBy(one => one).ToDictionary(group => group.Key, group => group.Count());
        return [.. from.Where(one => !left.TryGetValue(one, out var count) || (left[one] = count - 1) < 0)];
    }
}
