using System.Buffers;
using System.Text;
using VideoIndex.Interchange.Importing;

namespace VideoIndex.Interchange.Tests.Hostile;

/// <summary>Takes in what is no file of the format, or a broken one: it is refused in a sentence, or read in part with complaints, and nothing else happens.</summary>
public sealed class HostileImportTests
{
    private const int Broken = 150;

    private const string Signs = "{}[]\":,.;<>/\\-=+|\t\n\r &#'!?*0123456789eEnulltrueWEBVTT";

    private static readonly string[] Numbers = ["99999999999999999999", "-1", "1e400", "-9223372036854775808", "NaN", "0.0000000000000000000000001", "9999:99:99.999", "24:60:60:99", "1/0", "\u0661\u0662", "", "null", "true", "[]", "{}", "\"x\""];

    private static readonly SearchValues<char> PartsOfNumbers = SearchValues.Create("0123456789.:;");

    public static TheoryData<string> Formats => [.. ImportReaders.All.Select(reader => reader.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_good_file_is_read(string format)
    {
        var reading = Read(format, Specimens.Of(ImportReaders.Named(format)!));

        Assert.NotEmpty(reading!.Tags.Select(tag => tag.Label).Concat(reading.Transcripts.SelectMany(one => one.Utterances).Select(said => said.Text)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_no_such_file_is_refused_or_empty(string format)
    {
        var random = new Random(5);
        Assert.All(HostileTexts.All, text => Read(format, text));
        for (var draw = 0; draw < Broken; draw++)
        {
            var bytes = new byte[random.Next(3000)];
            random.NextBytes(bytes);
            Read(format, bytes);
            Read(format, string.Concat(Enumerable.Range(0, random.Next(2000)).Select(_ => Signs[random.Next(Signs.Length)])));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_broken_file_is_refused_or_read_as_far_as_it_goes(string format)
    {
        var (good, random) = (Specimens.Of(ImportReaders.Named(format)!), new Random(7));
        for (var draw = 0; draw < Broken; draw++)
        {
            var (one, other) = (random.Next(good.Length), random.Next(good.Length));
            Read(format, good[..one]);
            Read(format, good[one..]);
            Read(format, good.Remove(one, Math.Min(random.Next(1, 30), good.Length - one)));
            Read(format, good.Insert(one, good.Substring(other, Math.Min(random.Next(1, 200), good.Length - other))));
            Read(format, good.Insert(one, HostileTexts.All[random.Next(HostileTexts.All.Count)]));
            Read(format, WithNumber(good, one, Numbers[random.Next(Numbers.Length)]));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_deep_or_long_is_refused_or_empty(string format)
    {
        Read(format, new string('[', 200_000));
        Read(format, string.Concat(Enumerable.Repeat("{\"a\":", 200_000)));
        Read(format, "{\"videos\":[{\"insights\":" + new string('[', 100_000));
        Read(format, "<tt xmlns=\"http://www.w3.org/ns/ttml\">" + string.Concat(Enumerable.Repeat("<div>", 100_000)));
        Read(format, "<!DOCTYPE tt [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><tt xmlns=\"http://www.w3.org/ns/ttml\"><body>&b;</body></tt>");
        Read(format, "<!DOCTYPE tt SYSTEM \"file:///etc/hostname\"><tt xmlns=\"http://www.w3.org/ns/ttml\"/>");
        Read(format, new string('x', 10_000_000));
        Read(format, Specimens.Of(ImportReaders.Named(format)!) + new string('9', 5_000_000));
    }

    private static ImportReading? Read(string format, string text) => Read(format, Encoding.UTF8.GetBytes(text));

    private static ImportReading? Read(string format, byte[] bytes)
    {
        var order = new ImportOrder(HostileSheets.With("a").Sheet.Videos[0].Video, "given.txt");
        try
        {
            var reading = ImportFile.Read(bytes, format, order).Reading;
            Assert.DoesNotContain(reading.Complaints, string.IsNullOrWhiteSpace);
            _ = ImportReaders.Named(format)!.Recognises(Encoding.UTF8.GetString(bytes));
            return reading;
        }
        catch (ImportException refused)
        {
            Assert.False(string.IsNullOrWhiteSpace(refused.Message) || string.IsNullOrWhiteSpace(refused.Code));
            return null;
        }
        catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"{format} gave way to {Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 3000)))}", fault);
        }
    }

    // Puts something else in the place of the first number after a place.
    private static string WithNumber(string text, int from, string number)
    {
        var start = text.AsSpan(from).IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return text;
        }

        var length = text.AsSpan(from + start).IndexOfAnyExcept(PartsOfNumbers);
        return text[..(from + start)] + number + (length < 0 ? "" : text[(from + start + length)..]);
    }
}
