using System.Text.Json.Serialization;

namespace VideoIndex.Accuracy.Similar;

/// <summary>One filming of a scene, as it was planted.</summary>
/// <param name="File">Its file, in the folder.</param>
/// <param name="Part"><c>tune</c> or <c>report</c>.</param>
/// <param name="Group">Which scene it is of: what has the same is alike.</param>
/// <param name="Kind">What was done to it, by the name of a <see cref="TakeKind"/>.</param>
/// <param name="IsReal">Whether it was filmed rather than drawn.</param>
internal sealed record Take(string File, string Part, string Group, string Kind, bool IsReal);

/// <summary>A way to show a scene again.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Filters">FFmpeg's filters.</param>
/// <param name="Encoding">How it is encoded.</param>
internal sealed record TakeKind(string Name, string Filters, string Encoding)
{
    private const string Usual = "-c:v libx264 -preset ultrafast -crf 20 -pix_fmt yuv420p";

    /// <summary>The same scene, shown as it is.</summary>
    public const string Original = "as it is";

    /// <summary>Another moment of the same shot.</summary>
    public const string Later = "another moment";

    /// <summary>The same place before a second camera: measured to show where the limit is, and not promised.</summary>
    public const string SecondCamera = "a second camera";

    /// <summary>Gets what is made of one moment.</summary>
    public static IReadOnlyList<TakeKind> All { get; } =
    [
        new(Original, "null", Usual),
        new("cropped", "crop=iw*0.75:ih*0.75:iw*0.2:ih*0.05,scale=480:270", Usual),
        new("lighter", "eq=brightness=0.1:contrast=0.8:gamma=1.3", Usual),
        new("darker", "eq=brightness=-0.08:contrast=1.2:gamma=0.8", Usual),
        new("other colours", "hue=s=0.5,colorbalance=rm=0.15:bm=-0.15", Usual),
        new("mirrored", "hflip", Usual),
        new("small and coarse", "scale=160:90", "-c:v mpeg4 -q:v 20 -pix_fmt yuv420p"),
        new("in bars", "scale=360:270,pad=480:270:60:0", Usual),
        new("all at once", "hflip,crop=iw*0.85:ih*0.85:iw*0.1:0,scale=320:180,eq=brightness=0.06:contrast=1.15,hue=s=0.7", "-c:v mpeg4 -q:v 14 -pix_fmt yuv420p"),
    ];

    /// <summary>Gets what is made of another moment.</summary>
    public static TakeKind AsItIs { get; } = new(Original, "null", Usual);
}

[JsonSerializable(typeof(List<Take>))]
[JsonSourceGenerationOptions(WriteIndented = true)]
internal sealed partial class TakeForm : JsonSerializerContext;
