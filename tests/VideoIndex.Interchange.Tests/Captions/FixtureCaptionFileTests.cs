using System.Text;
using VideoIndex.Interchange.Captions;

namespace VideoIndex.Interchange.Tests.Captions;

public sealed class FixtureCaptionFileTests
{
    [FixtureTheory]
    [InlineData("baxtree__subaligner/test.srt")]
    [InlineData("baxtree__subaligner/test.vtt")]
    [InlineData("videojs__video.js/captions.en.vtt")]
    [InlineData("videojs__video.js/captions.ja.vtt")]
    [InlineData("videojs__video.js/chapters.en.vtt")]
    public void Real_files_are_read_whole(string name)
    {
        var text = File.ReadAllText(Path.Combine(Fixtures.Folder, "captions", name), Encoding.UTF8);
        var captions = name.EndsWith("srt", StringComparison.Ordinal) ? SubRip.Read(text) : WebVtt.Read(text);

        Assert.Empty(captions.Complaints);
        Assert.Equal(text.Split("-->").Length - 1, captions.Utterances.Count);
        Assert.DoesNotContain(captions.Utterances, utterance => utterance.Text.Contains("-->", StringComparison.Ordinal));
    }

    [FixtureFact]
    public void One_film_in_two_forms_says_the_same()
    {
        string[] forms = [Read("test.srt", SubRip.Read), Read("test.vtt", WebVtt.Read)];

        Assert.Equal(forms[0], forms[1]);
    }

    private static string Read(string name, Func<string, CaptionFile> read) =>
        Cued.Of(read(File.ReadAllText(Path.Combine(Fixtures.Folder, "captions", "baxtree__subaligner", name))));
}
