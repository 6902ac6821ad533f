using System.Globalization;
using System.Xml.Linq;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Timelines.FinalCut7;

/// <summary>Makes clips of files: a file is described where it is first used, and referred to from then on.</summary>
internal sealed class ClipElements(IReadOnlyList<TimelineVideo> videos, ExportRules rules)
{
    private readonly IReadOnlyList<string> _reels = ReelNames.Of([.. videos.Select(video => video.Video)]);
    private readonly HashSet<int> _described = [];
    private int _last;

    /// <summary>Returns names for clips that no other has.</summary>
    public IReadOnlyList<string> NewIds(int count) => [.. Enumerable.Range(0, count).Select(_ => string.Create(CultureInfo.InvariantCulture, $"clipitem-{++_last}"))];

    /// <summary>Returns part of a video, or of one channel of its sound, on a track.</summary>
    public XElement Cut(
        string id, TimelineVideo video, string name, (long In, long Out) cut, long at, int? channel, IReadOnlyList<XElement> links, string comment) => new(
        "clipitem",
        new XAttribute("id", id),
        XmlFile.Leaf("masterclipid", $"masterclip-{NumberOf(video)}"),
        XmlFile.Leaf("name", name),
        XmlFile.Leaf("enabled", "TRUE"),
        XmlFile.Leaf("duration", video.Length),
        SequenceRate.Of(video.Rate),
        XmlFile.Leaf("start", at),
        XmlFile.Leaf("end", at + cut.Out - cut.In),
        XmlFile.Leaf("in", cut.In),
        XmlFile.Leaf("out", cut.Out),
        File(video),
        channel is { } number ? new XElement("sourcetrack", XmlFile.Leaf("mediatype", "audio"), XmlFile.Leaf("trackindex", number)) : null,
        links.Count > 1 ? links : null,
        comment == "" ? null : new XElement("comments", XmlFile.Leaf("mastercomment1", comment)));

    /// <summary>Returns what the picture of a video is like.</summary>
    public static XElement Picture(TimelineVideo video) => new(
        "samplecharacteristics",
        SequenceRate.Of(video.Rate),
        video.Size is { } size ? (object[])[XmlFile.Leaf("width", size.Width), XmlFile.Leaf("height", size.Height)] : null,
        XmlFile.Leaf("anamorphic", "FALSE"),
        video.PixelAspect == new Rational(1, 1) ? XmlFile.Leaf("pixelaspectratio", "square") : null,
        XmlFile.Leaf("fielddominance", "none"));

    private int NumberOf(TimelineVideo video) => videos.TakeWhile(other => other != video).Count() + 1;

    private XElement File(TimelineVideo video)
    {
        var number = NumberOf(video);
        var file = new XElement("file", new XAttribute("id", $"file-{number}"));
        if (_described.Add(number))
        {
            file.Add(
                XmlFile.Leaf("name", video.Video.Name),
                XmlFile.Leaf("pathurl", FileAddress.Of(video.Video, rules, "localhost")),
                SequenceRate.Of(video.Rate),
                XmlFile.Leaf("duration", video.Length),
                SequenceRate.Timecode(video.FileStart, new XElement("reel", XmlFile.Leaf("name", _reels[number - 1]))),
                new XElement("media", new XElement("video", Picture(video)), Sound(video)));
        }

        return file;
    }

    private static XElement? Sound(TimelineVideo video) => video.Sound is { } sound
        ? new XElement(
            "audio",
            new XElement("samplecharacteristics", XmlFile.Leaf("depth", 16), sound.SampleRate > 0 ? XmlFile.Leaf("samplerate", sound.SampleRate) : null),
            XmlFile.Leaf("channelcount", sound.Channels))
        : null;
}
