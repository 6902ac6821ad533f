using System.Text;
using System.Xml;
using System.Xml.Linq;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Captions.Ttml;

/// <summary>Reads W3C's Timed Text Markup Language (<c>.ttml</c>, <c>.dfxp</c>): paragraphs with times.</summary>
/// <remarks>
/// A paragraph's times count from those of what it stands in. Styles, regions, pictures and the times of words inside a
/// paragraph are passed over. Documents that declare a DTD are refused: captions need none, attacks do.
/// </remarks>
public static class TimedText
{
    private const int DeepestNesting = 64;

    private static readonly XmlReaderSettings Safely = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = SidecarCaptionReader.LargestFile,
    };

    /// <summary>Reads the text of a file. Never throws; what cannot be read is a complaint.</summary>
    public static CaptionFile Read(string text)
    {
        try
        {
            if (IsTooDeep(text))
            {
                return new CaptionFile([], ["its elements lie too deep in each other."]);
            }

            using var reader = Reader(text);
            var root = XDocument.Load(reader).Root!;
            var cues = new CueList();
            Read(root, TimedTextClock.Of(root), default, DeepestNesting, cues);
            return cues.ToFile();
        }
        catch (XmlException)
        {
            return new CaptionFile([], ["it is not well-formed XML without a DTD."]);
        }
        catch (OverflowException)
        {
            return new CaptionFile([], ["it has times that no clock can hold."]);
        }
    }

    private static XmlReader Reader(string text) => XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), Safely);

    // A tree takes time by the square of its depth.
    private static bool IsTooDeep(string text)
    {
        using var reader = Reader(text);
        while (reader.Read())
        {
            if (reader.Depth > 2 * DeepestNesting)
            {
                return true;
            }
        }

        return false;
    }

    private static void Read(XElement element, TimedTextClock clock, MediaDuration offset, int depth, CueList cues)
    {
        var hasBegin = clock.TryRead(element.Attribute("begin")?.Value, out var begin);
        var from = hasBegin ? offset + begin : offset;
        if (element.Name.LocalName == "p")
        {
            AddParagraph(element, clock, offset, from, cues);
        }
        else if (depth > 0)
        {
            foreach (var child in element.Elements())
            {
                Read(child, clock, from, depth - 1, cues);
            }
        }
    }

    private static void AddParagraph(XElement paragraph, TimedTextClock clock, MediaDuration offset, MediaDuration from, CueList cues)
    {
        var words = CaptionText.Plain(Words(paragraph));
        if (clock.TryRead(paragraph.Attribute("end")?.Value, out var end))
        {
            cues.Add(new MediaTime(from.Seconds), new MediaTime((offset + end).Seconds), words);
        }
        else if (clock.TryRead(paragraph.Attribute("dur")?.Value, out var duration))
        {
            cues.Add(new MediaTime(from.Seconds), new MediaTime((from + duration).Seconds), words);
        }
        else if (words.Length > 0)
        {
            cues.AddUnreadable();
        }
    }

    // A line break of the file is a space; only <br/> breaks a line.
    private static string Words(XElement paragraph)
    {
        var words = new StringBuilder();
        foreach (var node in paragraph.DescendantNodes())
        {
            words.Append(node switch
            {
                XText text => text.Value.Replace('\n', ' ').Replace('\r', ' '),
                XElement { Name.LocalName: "br" } => "\n",
                _ => "",
            });
        }

        return words.ToString();
    }
}
