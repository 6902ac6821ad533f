using System.Text;
using VideoIndex.Interchange.Exporting;
using VideoIndex.Interchange.Tests.Exactness;
using VideoIndex.Interchange.Tests.Exactness.Readers;

namespace VideoIndex.Interchange.Tests.Hostile;

/// <summary>Writes hostile text in every format, as the name, the speaker, the author, the title, the file and the reel, and reads the file by the format's rules.</summary>
public sealed class HostileExportTests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static TheoryData<string> Formats => [.. ExportWriters.All.Select(writer => writer.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Hostile_text_hurts_no_moment_and_comes_back_where_the_format_can_carry_it(string format)
    {
        var (sheet, rules) = HostileSheets.With("usual");
        var usual = Judges.Of(format).Sayings(ExportWriters.Named(format)!.Write(sheet, rules).Files[0].Text, HostileSheets.Drawn("usual")).ToList();
        var faults = HostileTexts.All.Distinct().Select(text => (Text: text, Fault: FaultOf(format, text, usual))).Where(one => one.Fault is not null).ToList();

        Assert.True(faults is [], $"{format}: {faults.Count} texts hurt.\n{string.Join('\n', faults.Take(12).Select(one => $"{Told(one.Text)}: {one.Fault}"))}");
    }

    private static string? FaultOf(string format, string text, IReadOnlyList<(string Name, Fraction Start)> usual)
    {
        var writer = ExportWriters.Named(format)!;
        var (sheet, rules) = HostileSheets.With(text);
        try
        {
            var result = writer.Write(sheet, rules);
            var file = Assert.Single(result.Files);
            Assert.Equal(3, file.Moments);
            Strict.GetByteCount(file.Text);
            Assert.DoesNotContain('\0', file.Text);
            Assert.DoesNotContain(result.Notes, string.IsNullOrWhiteSpace);
            return Compare(format, text, file.Text, usual);
        }
        catch (Exception fault)
        {
            return fault.Message.ReplaceLineEndings(" ");
        }
    }

    private static string? Compare(string format, string text, string file, IReadOnlyList<(string Name, Fraction Start)> usual)
    {
        var drawn = HostileSheets.Drawn(text);
        var said = Judges.Of(format).Sayings(file, drawn).ToList();
        Assert.Equal(usual.Select(one => $"{one.Start}"), said.Select(one => $"{one.Start}"));
        var names = usual.Zip(said, (harmless, hostile) => (Usual: harmless.Name, Read: Carried.Read(format, hostile.Name))).ToList();
        Assert.All(names.Where(one => one.Usual is HostileSheets.Before or HostileSheets.After), one => Assert.Equal(one.Usual, one.Read));
        var hurt = names.Where(one => one.Usual == "usual").Select(one => one.Read).ToList();
        return Carried.By(format, text) && !hurt.Contains(format == "srt" ? Carried.Read(format, text) : text) ? $"came back as {string.Join(" and ", hurt.Select(Told))}" : null;
    }

    private static string Told(string text) =>
        string.Concat(text.Take(60).Select(letter => letter is < ' ' or > '~' ? $"\\u{(int)letter:X4}" : $"{letter}")) + (text.Length > 60 ? $"... ({text.Length})" : "");
}
