using System.Text.Json;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.Timelines.Otio;

/// <summary>A clip, a gap, or what holds others: a track, which plays them one after the other, or a stack, all at once.</summary>
/// <remarks>
/// Each has its own time. That of a clip is its file's timecode; that of a track or stack starts at 0. What its parent sees of it is its
/// <see cref="Trim"/>, if it has one.
/// </remarks>
internal sealed record OtioItem(string Schema, JsonElement Written)
{
    /// <summary>Gets what is seen of it, in its own time; null for all.</summary>
    public OtioRange? Trim { get; private init; }

    /// <summary>Gets the file it is of; null for what is no clip.</summary>
    public OtioMedia? Media { get; private init; }

    /// <summary>Gets what it holds.</summary>
    public IReadOnlyList<OtioItem> Children { get; private init; } = [];

    /// <summary>Gets the marks on it, in its own time.</summary>
    public IReadOnlyList<OtioMark> Marks { get; private init; } = [];

    /// <summary>Gets the names of marks on it that say nothing of when.</summary>
    public IReadOnlyList<string> Timeless { get; private init; } = [];

    /// <summary>Gets whether it is a track of sound.</summary>
    public bool IsSound { get; private init; }

    /// <summary>Gets whether its frames are not played one after the other as they are in the file: slower, faster, or one alone.</summary>
    public bool IsWarped { get; private init; }

    /// <summary>Gets where in its own time its parent sees it start.</summary>
    public Rational From => Trim?.Start ?? Media?.Available?.Start ?? default;

    /// <summary>Gets how long its parent sees it.</summary>
    public Rational Length { get; private init; }

    /// <summary>Gets the label a timeline's first frame has, in seconds; null for none, or for what is no timeline.</summary>
    public Rational? Start { get; private init; }

    // Where each child begins in its own time: one after the other on a track, all at 0 in a stack.
    private List<Rational> Starts { get; init; } = [];

    /// <summary>Gets it and all that is in it.</summary>
    public IEnumerable<OtioItem> All => Children.SelectMany(child => child.All).Prepend(this);

    /// <summary>Reads an object and what it holds.</summary>
    /// <param name="written">The object: a timeline, a stack, a clip, a list of any of them.</param>
    /// <param name="rate">The rate all frames are counted at; null for the one each time says.</param>
    public static OtioItem Of(JsonElement written, FrameRate? rate)
    {
        var schema = OtioValue.Schema(written);
        if (schema == "Timeline")
        {
            return OtioValue.Property(written, "tracks") is { } tracks
                ? Of(tracks, rate) with { Start = OtioValue.Time(written, "global_start_time", rate)?.Seconds }
                : new OtioItem(schema, written);
        }

        var (trim, media) = (OtioValue.Range(written, "source_range", rate), schema == "Clip" ? OtioMedia.Of(written, rate) : null);
        List<OtioItem> children = [.. OtioValue.List(written, "children").Where(child => OtioValue.Schema(child) != "Transition").Select(child => Of(child, rate))];
        var (starts, whole) = Laid(children, oneAfterTheOther: schema == "Track");
        List<JsonElement> markers = [.. OtioValue.List(written, "markers")];
        return new OtioItem(schema, written)
        {
            Trim = trim,
            Media = media,
            Children = children,
            Starts = starts,
            Length = trim?.Duration ?? media?.Available?.Duration ?? whole,
            Marks = [.. markers.Select(marker => OtioMark.Of(marker, rate)).OfType<OtioMark>()],
            Timeless = [.. markers.Where(marker => OtioMark.Of(marker, rate) is null).Select(marker => OtioValue.Text(marker, "name") ?? "")],
            IsSound = OtioValue.Text(written, "kind") == "Audio",
            IsWarped = OtioValue.List(written, "effects").Any(effect => OtioValue.Schema(effect) is "LinearTimeWarp" or "FreezeFrame" or "TimeEffect"),
        };
    }

    /// <summary>Returns the topmost clip that plays at a time of this item's own, the time in the clip's own, and how much of it is left to play; null where none does.</summary>
    public (OtioItem Clip, Rational Time, Rational Left)? At(Rational time)
    {
        if (Media is not null)
        {
            return (this, time, From + Length - time);
        }

        for (var at = LastBegunAt(time); at >= 0; at--)
        {
            var (child, since) = (Children[at], time - Starts[at]);
            if (since >= default(Rational) && since < child.Length && !child.IsSound && child.At(since + child.From) is { } found)
            {
                return found;
            }

            if (Schema == "Track")
            {
                break;
            }
        }

        return null;
    }

    private static (List<Rational> Starts, Rational Whole) Laid(List<OtioItem> children, bool oneAfterTheOther)
    {
        var (starts, end, longest) = (new List<Rational>(children.Count), default(Rational), default(Rational));
        foreach (var child in children)
        {
            starts.Add(oneAfterTheOther ? end : default);
            end += child.Length;
            longest = child.Length > longest ? child.Length : longest;
        }

        return (starts, oneAfterTheOther ? end : longest);
    }

    private int LastBegunAt(Rational time)
    {
        var (low, high) = (0, Starts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Starts[middle] <= time ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}

/// <summary>A mark on something.</summary>
/// <param name="Name">What it is called; may be empty.</param>
/// <param name="Comment">What is said of it; may be empty.</param>
/// <param name="Colour">Its colour, in lower case; null for none.</param>
/// <param name="Range">When, in the own time of what it is on.</param>
/// <param name="Facts">What this program wrote of it; null for none.</param>
internal sealed record OtioMark(string Name, string Comment, string? Colour, OtioRange Range, JsonElement? Facts)
{
    /// <summary>Returns a mark; null where it says nothing of when.</summary>
    public static OtioMark? Of(JsonElement marker, FrameRate? rate) => OtioValue.Range(marker, "marked_range", rate) is { } range
        ? new OtioMark(OtioValue.Text(marker, "name") ?? "", OtioValue.Text(marker, "comment") ?? "", ColourOf(marker), range, OtioFacts.Of(marker))
        : null;

    // A word in older versions, an object with a name in newer ones.
    private static string? ColourOf(JsonElement marker) =>
        (OtioValue.Text(marker, "color") ?? (OtioValue.Property(marker, "color") is { } colour ? OtioValue.Text(colour, "name") : null)) is { Length: > 0 } name
            ? name.ToLowerInvariant()
            : null;
}
