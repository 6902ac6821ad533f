using System.Globalization;
using VideoIndex.Exporting.Pictures;
using VideoIndex.Ffmpeg.Lettering;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Clips;

/// <summary>What each frame of a clip bears at its lower edge: the video's name and the frame's own label, white on black.</summary>
/// <remarks>
/// Each frame has a small picture with its own timestamp, drawn here from the label the frame bears. FFmpeg counts nothing: its own timecode text counts
/// frames as they pass, which goes wrong wherever one is missing, comes twice or is decoded before the first that is wanted.
/// </remarks>
internal sealed class LabelStrip : IOverlay
{
    /// <summary>How many dots there are between the strip's edge and its letters.</summary>
    public const int Margin = 3;

    /// <summary>How many dots from its top the label begins, below the name.</summary>
    public const int LabelTop = Margin + Letters.Height + 3;

    private const string FileName = "labels.ivf";
    private const int Height = LabelTop + Letters.Height + Margin + 1, UsualShare = 220, LongestName = 40;

    private readonly Rational _unit;
    private readonly IReadOnlyList<(long Timestamp, string Label)> _labels;
    private readonly string _name;
    private readonly int _pictureWidth, _pictureHeight;

    /// <summary>Creates one.</summary>
    /// <param name="picture">How large the pictures are that it is laid over, in pixels.</param>
    /// <param name="unit">The unit of the timestamps, in seconds.</param>
    /// <param name="name">The video's name.</param>
    /// <param name="labels">The label of each frame, and when it is shown.</param>
    /// <exception cref="MediaRefusedException">The pictures are too small for it.</exception>
    public LabelStrip((int Width, int Height) picture, Rational unit, string name, IReadOnlyList<(long Timestamp, string Label)> labels)
    {
        (_unit, _labels) = (unit, labels);
        (_pictureWidth, _pictureHeight) = picture;
        var letters = labels.Max(label => label.Label.Length);
        Size = Math.Max(1, (Math.Min(_pictureWidth, _pictureHeight) + (UsualShare / 2)) / UsualShare);
        while (Size > 1 && WidthOf(letters) * Size > _pictureWidth)
        {
            Size--;
        }

        if (WidthOf(letters) * Size > _pictureWidth || Height * Size > _pictureHeight)
        {
            throw ClipFile.Refused("picture-too-small", string.Create(CultureInfo.InvariantCulture, $"its pictures of {_pictureWidth} x {_pictureHeight} pixels are too small to bear a timecode."));
        }

        var room = ((_pictureWidth / Size) - (2 * Margin) + 1) / (Letters.Width + 1);
        _name = Legible.Of(name).Within(Math.Min(room, LongestName));
        Width = WidthOf(Math.Max(letters, _name.Length));
    }

    /// <summary>Gets how wide the strip is, in dots.</summary>
    public int Width { get; }

    /// <summary>Gets how many pixels of the picture a dot is wide and high.</summary>
    public int Size { get; }

    /// <summary>Gets where the strip begins in the picture, in pixels.</summary>
    public (int Left, int Top) Place => ((_pictureWidth - (Width * Size)) / 4 * 2, Math.Max(0, (_pictureHeight - (Height * Size) - (_pictureHeight / 24)) / 2 * 2));

    /// <inheritdoc/>
    public IReadOnlyList<string> Input { get; } = IvfFile.Input(FileName);

    /// <inheritdoc/>
    public string Filters => string.Create(CultureInfo.InvariantCulture, $"scale={_pictureWidth}:{_pictureHeight},{Laid}");

    /// <summary>Gets the filters that lay it over pictures that are as large as they are to be.</summary>
    public string Laid => string.Create(
        CultureInfo.InvariantCulture,
        $"format=yuv420p[clear];[1:v]scale={Width * Size}:{Height * Size}:flags=neighbor,format=yuv420p[label];"
        + $"[clear][label]overlay={Place.Left}:{Place.Top}:format=yuv420,format=yuv420p");

    /// <summary>Returns the strip of a clip.</summary>
    /// <exception cref="MediaRefusedException">The pictures are too small for it.</exception>
    public static LabelStrip Of(ClipOrder order, ClipFrames frames, FrameText text)
    {
        var track = order.Probe.Pictures[0];
        var turned = track.Rotation is 90 or 270;
        var labels = frames.Timestamps(order).Select((timestamp, at) => (timestamp, text.LabelOf(order.Evidence.TimeOf(frames.First + at))));
        return new LabelStrip((Even(turned ? track.Height : track.Width), Even(turned ? track.Width : track.Height)), track.TimeBase, text.Name, [.. labels]);
    }

    /// <summary>Writes the small pictures into the folder FFmpeg finds them in.</summary>
    public void Write(string folder)
    {
        using var file = new IvfFile(File.Create(Path.Combine(folder, FileName)), _unit, Width, Height);
        foreach (var (timestamp, label) in _labels)
        {
            var strip = new Board(Width, Height, new byte[Width * Height], [255]);
            Draw(strip, Margin, _name);
            Draw(strip, LabelTop, label);
            file.Add(strip.Pixels, timestamp);
        }
    }

    private static void Draw(Board strip, int top, string text) => Letters.Draw(strip, (strip.Width - Letters.WidthOf(text.Length, 1)) / 2, top, text, size: 1);

    // Even, so that it lies on whole pixels of colour.
    private static int WidthOf(int letters) => (Letters.WidthOf(letters, 1) + (2 * Margin) + 1) / 2 * 2;

    private static int Even(int side) => Math.Max(2, side / 2 * 2);
}
