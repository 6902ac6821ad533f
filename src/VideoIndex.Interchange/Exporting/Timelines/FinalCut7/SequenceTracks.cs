using System.Globalization;
using System.Xml.Linq;

namespace VideoIndex.Interchange.Exporting.Timelines.FinalCut7;

/// <summary>The tracks of one sequence: pictures on one, and each channel of the sound on one of its own, linked to its picture.</summary>
internal sealed class SequenceTracks(ClipElements clips)
{
    private readonly List<XElement> _pictures = [];
    private readonly List<List<XElement>> _sounds = [];

    /// <summary>Puts part of a video on them.</summary>
    /// <param name="video">The video.</param>
    /// <param name="name">What the part is called.</param>
    /// <param name="cut">Its first frame and the one after its last, counted from the beginning of the file.</param>
    /// <param name="at">Where it begins in the sequence.</param>
    /// <param name="comment">What is said of it; empty for nothing.</param>
    public void Add(TimelineVideo video, string name, (long In, long Out) cut, long at, string comment)
    {
        var channels = video.Sound?.Channels ?? 0;
        var ids = clips.NewIds(1 + channels);
        var indices = Enumerable.Range(0, channels).Select(channel => TrackOf(channel).Count + 1).ToList();
        var links = Links(ids, [_pictures.Count + 1, .. indices]);
        _pictures.Add(clips.Cut(ids[0], video, name, cut, at, null, links, comment));
        for (var channel = 0; channel < channels; channel++)
        {
            _sounds[channel].Add(clips.Cut(ids[1 + channel], video, name, cut, at, channel + 1, links, comment));
        }
    }

    /// <summary>Returns the tracks, the picture as large as that of a video.</summary>
    public XElement Media(TimelineVideo first) => new(
        "media",
        new XElement("video", new XElement("format", ClipElements.Picture(first)), new XElement("track", _pictures)),
        _sounds is [] ? null : new XElement("audio", _sounds.Select((sound, at) => new XElement("track", sound, XmlFile.Leaf("outputchannelindex", at % 2 + 1)))));

    private List<XElement> TrackOf(int channel)
    {
        while (_sounds.Count <= channel)
        {
            _sounds.Add([]);
        }

        return _sounds[channel];
    }

    private static List<XElement> Links(IReadOnlyList<string> ids, List<int> indices) =>
    [
        .. ids.Select((id, at) => new XElement(
            "link",
            XmlFile.Leaf("linkclipref", id),
            XmlFile.Leaf("mediatype", at == 0 ? "video" : "audio"),
            XmlFile.Leaf("trackindex", Math.Max(1, at)),
            XmlFile.Leaf("clipindex", indices[at].ToString(CultureInfo.InvariantCulture)))),
    ];
}
