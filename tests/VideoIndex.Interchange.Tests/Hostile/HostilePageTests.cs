using System.Text;
using System.Xml.Linq;
using VideoIndex.Interchange.Exporting.Storyboard;
using VideoIndex.Interchange.Tests.Exactness.Readers;

namespace VideoIndex.Interchange.Tests.Hostile;

/// <summary>Puts hostile text on a storyboard, which is well-formed enough for a reader of XML to tell what in it is text and what is not.</summary>
public sealed class HostilePageTests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Fact]
    public void Hostile_text_is_text_on_a_page_and_adds_nothing_to_it()
    {
        var usual = Shape(Page("usual"));
        foreach (var text in HostileTexts.All.Where(text => text.Trim() != "" && text.Length < 300))
        {
            var page = Page(text);
            Strict.GetByteCount(page);

            Assert.Equal(usual, Shape(page));
        }
    }

    [Fact]
    public void A_long_text_does_not_flood_the_page() => Assert.All(HostileTexts.Lengths, text => Assert.Equal(3, Markup.Read(Page(text)).Descendants("li").Count(one => one.Attribute("id") is not null)));

    // Its elements and the names of their attributes; how often a fact is there may go by the text.
    private static string Shape(string page) => string.Join(' ', Markup.Read(page).Descendants().Where(one => one.Name.LocalName is not ("dt" or "dd" or "bdi")).Select(Told));

    private static string Told(XElement one) => $"{one.Name.LocalName}[{string.Join(' ', one.Attributes().Select(attribute => attribute.Name.LocalName))}]";

    private static string Page(string text)
    {
        var (sheet, rules) = HostileSheets.With(text);
        return new StoryboardPage(sheet, rules).Write(_ => null);
    }
}
