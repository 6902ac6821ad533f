using System.Xml.Linq;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Timelines.FinalCut7;

/// <summary>A rate in the way of Final Cut Pro 7: a whole number of frames, and whether they are slowed by 1000/1001.</summary>
internal static class SequenceRate
{
    /// <summary>Returns a rate.</summary>
    /// <exception cref="ExportException"><c>odd-rate</c>: it has no such form.</exception>
    public static XElement Of(FrameRate rate)
    {
        var perSecond = rate.FramesPerSecond;
        var slowed = perSecond * new Rational(1001, 1000);
        return perSecond.Denominator == 1
            ? Written(perSecond.Numerator, "FALSE")
            : slowed.Denominator == 1
                ? Written(slowed.Numerator, "TRUE")
                : throw new ExportException("odd-rate", $"Final Cut Pro 7's XML has no way to write {rate} frames a second: export otio or fcpxml.");
    }

    /// <summary>Returns the label of a first frame, with its number counted from midnight.</summary>
    /// <exception cref="ExportException"><c>odd-rate</c>.</exception>
    public static XElement Timecode(Timecode first, XElement? reel = null) => new(
        "timecode",
        Of(first.Rate),
        XmlFile.Leaf("string", first.ToString()),
        XmlFile.Leaf("frame", first.Frame),
        XmlFile.Leaf("displayformat", first.DropFrame ? "DF" : "NDF"),
        reel);

    private static XElement Written(long timebase, string slowed) => new("rate", XmlFile.Leaf("timebase", timebase), XmlFile.Leaf("ntsc", slowed));
}
