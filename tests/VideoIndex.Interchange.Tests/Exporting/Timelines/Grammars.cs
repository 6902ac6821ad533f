namespace VideoIndex.Interchange.Tests.Exporting.Timelines;

/// <summary>
/// What Final Cut Pro allows of the elements that are used here, and in which order: it refuses a whole file for one that is out of place. And the same for what
/// Final Cut Pro 7's XML is written with.
/// </summary>
internal static class Grammars
{
    public const string FinalCut = """
        <!ELEMENT fcpxml (resources, event)>
        <!ATTLIST fcpxml version CDATA #FIXED "1.10">
        <!ELEMENT resources (asset | format)*>
        <!ELEMENT format EMPTY>
        <!ATTLIST format id ID #REQUIRED frameDuration CDATA #REQUIRED width CDATA #IMPLIED height CDATA #IMPLIED paspH CDATA #IMPLIED paspV CDATA #IMPLIED>
        <!ELEMENT asset (media-rep)>
        <!ATTLIST asset id ID #REQUIRED name CDATA #REQUIRED start CDATA #REQUIRED duration CDATA #REQUIRED hasVideo (1) #REQUIRED format IDREF #REQUIRED
            videoSources CDATA #IMPLIED hasAudio (1) #IMPLIED audioSources CDATA #IMPLIED audioChannels CDATA #IMPLIED audioRate CDATA #IMPLIED>
        <!ELEMENT media-rep EMPTY>
        <!ATTLIST media-rep kind (original-media | proxy-media) "original-media" src CDATA #REQUIRED>
        <!ELEMENT event (asset-clip | keyword-collection | project)*>
        <!ATTLIST event name CDATA #IMPLIED>
        <!ELEMENT keyword-collection EMPTY>
        <!ATTLIST keyword-collection name CDATA #REQUIRED>
        <!ELEMENT project (sequence)>
        <!ATTLIST project name CDATA #IMPLIED>
        <!ELEMENT sequence (note?, spine)>
        <!ATTLIST sequence format IDREF #REQUIRED duration CDATA #REQUIRED tcStart CDATA #REQUIRED tcFormat (DF | NDF) #REQUIRED
            audioLayout (mono | stereo | surround) #IMPLIED audioRate (32k | 44.1k | 48k | 88.2k | 96k | 176.4k | 192k) #IMPLIED>
        <!ELEMENT spine (asset-clip)*>
        <!ELEMENT asset-clip (note?, (marker | keyword)*)>
        <!ATTLIST asset-clip ref IDREF #REQUIRED name CDATA #IMPLIED start CDATA #REQUIRED duration CDATA #REQUIRED offset CDATA #IMPLIED format IDREF #IMPLIED tcFormat (DF | NDF) #IMPLIED>
        <!ELEMENT marker EMPTY>
        <!ATTLIST marker start CDATA #REQUIRED duration CDATA #IMPLIED value CDATA #REQUIRED note CDATA #IMPLIED>
        <!ELEMENT keyword EMPTY>
        <!ATTLIST keyword start CDATA #IMPLIED duration CDATA #IMPLIED value CDATA #REQUIRED note CDATA #IMPLIED>
        <!ELEMENT note (#PCDATA)>
        """;

    public const string FinalCut7 = """
        <!ELEMENT xmeml (project)>
        <!ATTLIST xmeml version CDATA #FIXED "5">
        <!ELEMENT project (name, children)>
        <!ELEMENT children (sequence+)>
        <!ELEMENT sequence (name, duration, rate, timecode, media, marker*)>
        <!ATTLIST sequence id ID #REQUIRED>
        <!ELEMENT rate (timebase, ntsc)>
        <!ELEMENT timecode (rate, string, frame, displayformat, reel?)>
        <!ELEMENT reel (name)>
        <!ELEMENT media (video, audio?)>
        <!ELEMENT video ((format, track) | samplecharacteristics)>
        <!ELEMENT audio (track+ | (samplecharacteristics, channelcount))>
        <!ELEMENT format (samplecharacteristics)>
        <!ELEMENT samplecharacteristics ((rate, (width, height)?, anamorphic, pixelaspectratio?, fielddominance) | (depth, samplerate?))>
        <!ELEMENT track (clipitem*, outputchannelindex?)>
        <!ELEMENT clipitem (masterclipid, name, enabled, duration, rate, start, end, in, out, file, sourcetrack?, link*, comments?)>
        <!ATTLIST clipitem id ID #REQUIRED>
        <!ELEMENT file (name, pathurl, rate, duration, timecode, media)?>
        <!ATTLIST file id CDATA #REQUIRED>
        <!ELEMENT sourcetrack (mediatype, trackindex)>
        <!ELEMENT link (linkclipref, mediatype, trackindex, clipindex)>
        <!ELEMENT comments (mastercomment1)>
        <!ELEMENT marker (comment, name, in, out, pproColor?)>
        """;

    private static readonly string[] Texts =
    [
        "name", "duration", "timebase", "ntsc", "string", "frame", "displayformat", "width", "height", "anamorphic", "pixelaspectratio", "fielddominance", "depth", "samplerate",
        "outputchannelindex", "masterclipid", "enabled", "start", "end", "in", "out", "pathurl", "channelcount", "mediatype", "trackindex", "linkclipref", "clipindex", "mastercomment1",
        "comment", "pproColor",
    ];

    /// <summary>What a text breaks of its format's grammar.</summary>
    public static List<string> Faults(string format, string text) => format == "fcpxml"
        ? SafeXml.Faults(text, "fcpxml", FinalCut)
        : SafeXml.Faults(text, "xmeml", FinalCut7 + string.Concat(Texts.Select(element => $"\n<!ELEMENT {element} (#PCDATA)>")));
}
