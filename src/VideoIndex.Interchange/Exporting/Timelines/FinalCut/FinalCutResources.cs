using System.Globalization;
using System.Xml.Linq;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Timelines.FinalCut;

/// <summary>The files and the forms of picture that clips refer to.</summary>
internal sealed class FinalCutResources
{
    private readonly Dictionary<(FrameRate Rate, (int, int)? Size, Rational Aspect), string> _formats = [];
    private readonly Dictionary<TimelineVideo, string> _assets = [];

    public FinalCutResources(IReadOnlyList<TimelineVideo> videos, ExportRules rules)
    {
        foreach (var video in videos)
        {
            if (_formats.TryAdd(FormOf(video), NextId))
            {
                Written.Add(Format(video));
            }

            _assets.Add(video, NextId);
            Written.Add(Asset(video, rules));
        }
    }

    /// <summary>Gets the element that describes them.</summary>
    public XElement Written { get; } = new("resources");

    private string NextId => string.Create(CultureInfo.InvariantCulture, $"r{_formats.Count + _assets.Count + 1}");

    /// <summary>Returns the name of the form of a video's picture.</summary>
    public string FormatOf(TimelineVideo video) => _formats[FormOf(video)];

    /// <summary>Returns part of a video.</summary>
    /// <param name="video">The video.</param>
    /// <param name="name">What the part is called.</param>
    /// <param name="first">Its first frame, counted from the beginning of the file.</param>
    /// <param name="count">How many it has.</param>
    public XElement Clip(TimelineVideo video, string name, long first, long count) => new(
        "asset-clip",
        new XAttribute("ref", _assets[video]),
        XmlFile.Mark("name", name),
        new XAttribute("start", FinalCutTime.Of(video.FileStart.Frame + first, video.Rate)),
        new XAttribute("duration", FinalCutTime.Of(count, video.Rate)),
        new XAttribute("format", FormatOf(video)),
        new XAttribute("tcFormat", video.FileStart.DropFrame ? "DF" : "NDF"));

    private static (FrameRate Rate, (int, int)? Size, Rational Aspect) FormOf(TimelineVideo video) => (video.Rate, video.Size, video.PixelAspect);

    private XElement Format(TimelineVideo video) => new(
        "format",
        new XAttribute("id", FormatOf(video)),
        new XAttribute("frameDuration", FinalCutTime.Of(1, video.Rate)),
        video.Size is { } size ? (object[])[new XAttribute("width", size.Width), new XAttribute("height", size.Height)] : null,
        video.PixelAspect == new Rational(1, 1)
            ? null
            : (object[])[new XAttribute("paspH", video.PixelAspect.Numerator), new XAttribute("paspV", video.PixelAspect.Denominator)]);

    private XElement Asset(TimelineVideo video, ExportRules rules) => new(
        "asset",
        new XAttribute("id", _assets[video]),
        XmlFile.Mark("name", video.Video.Name),
        new XAttribute("start", FinalCutTime.Of(video.FileStart.Frame, video.Rate)),
        new XAttribute("duration", FinalCutTime.Of(video.Length, video.Rate)),
        new XAttribute("hasVideo", "1"),
        new XAttribute("format", FormatOf(video)),
        new XAttribute("videoSources", "1"),
        video.Sound is { } sound
            ? (object?[])
            [
                new XAttribute("hasAudio", "1"),
                new XAttribute("audioSources", "1"),
                new XAttribute("audioChannels", sound.Channels),
                sound.SampleRate > 0 ? new XAttribute("audioRate", sound.SampleRate) : null,
            ]
            : null,
        new XElement("media-rep", new XAttribute("kind", "original-media"), XmlFile.Mark("src", FileAddress.Of(video.Video, rules))));
}
