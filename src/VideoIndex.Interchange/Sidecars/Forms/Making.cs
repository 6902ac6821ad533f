using System.Globalization;
using VideoIndex.Interchange.Sidecars.Shapes;
using VideoIndex.Looks;
using VideoIndex.Sidecars;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Sidecars.Forms;

/// <summary>Makes values of what was read, and says which was at fault where none can be made.</summary>
internal static class Making
{
    /// <summary>Makes a value.</summary>
    /// <exception cref="SidecarException">It cannot be one.</exception>
    public static T Made<T>(string pointer, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception impossible) when (impossible is ArgumentException or FormatException or ArithmeticException or IOException or InvalidDataException)
        {
            throw new SidecarException("bad-sidecar", $"There can be no such value: {Sentence(impossible)}", pointer);
        }
    }

    /// <summary>Makes a list; none for one that is left out.</summary>
    public static IReadOnlyList<T> Each<TShape, T>(IReadOnlyList<TShape>? shapes, string pointer, Func<TShape, string, T> make) =>
    [
        .. (shapes ?? []).Select((shape, at) => shape is null
            ? throw new SidecarException("bad-sidecar", "There is null where a value should be.", $"{pointer}/{at}")
            : Made($"{pointer}/{at}", () => make(shape, $"{pointer}/{at}"))),
    ];

    /// <summary>Makes a list of words; none for one that is left out.</summary>
    public static IReadOnlyList<string> Texts(IReadOnlyList<string>? texts, string pointer) => Each(texts, pointer, (text, _) => text);

    /// <summary>Makes a table of words; an empty one for one that is left out.</summary>
    public static IReadOnlyDictionary<string, string> Table(IReadOnlyDictionary<string, string>? table, string pointer) =>
        (table ?? new Dictionary<string, string>()).ToDictionary(one => one.Key, one => one.Value ?? throw new SidecarException("bad-sidecar", "There is null where a value should be.", $"{pointer}/{one.Key}"));

    /// <summary>Returns a list, or null for an empty one, which is left out.</summary>
    public static IReadOnlyList<T>? Filled<T>(IEnumerable<T> values) => values.ToList() is [_, ..] filled ? filled : null;

    /// <summary>Reads a day and time in UTC, to 100 ns.</summary>
    public static DateTimeOffset Day(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture) is { Offset.Ticks: 0 } day
        ? day
        : throw new FormatException($"'{text}' is not in UTC.");

    /// <summary>Writes a day and time.</summary>
    public static string Text(DateTimeOffset day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static MediaSpan Span(MediaTime start, MediaTime end) => end < start
        ? throw new FormatException($"it ends at {end}, before it starts at {start}.")
        : new MediaSpan(start, end);

    public static OriginShape Of(Origin origin) => new(origin.Kind, origin.Name) { Version = origin.Version is "" ? null : origin.Version };

    public static Origin Origin(OriginShape shape) => new(shape.Kind, shape.Name, shape.Version ?? "");

    public static BoxShape? Of(PictureBox? box) => box is { } place ? new BoxShape(place.Left, place.Top, place.Width, place.Height) : null;

    public static PictureBox? Box(BoxShape? shape) => shape is null ? null : new PictureBox(shape.Left, shape.Top, shape.Width, shape.Height);

    // What argument it was is of the program, not of the file.
    private static string Sentence(Exception impossible) => impossible is ArgumentException { ParamName: not null } ? impossible.Message.Split(" (Parameter")[0] : impossible.Message;
}
