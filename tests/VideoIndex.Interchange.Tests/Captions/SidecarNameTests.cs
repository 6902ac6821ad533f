using VideoIndex.Interchange.Captions;

namespace VideoIndex.Interchange.Tests.Captions;

public sealed class SidecarNameTests
{
    [Theory]
    [InlineData("clip.srt", "srt -")]
    [InlineData("clip.VTT", "vtt -")]
    [InlineData("clip.en.srt", "srt en")]
    [InlineData("clip.en-GB.vtt", "vtt en-GB")]
    [InlineData("clip.pt_BR.srt", "srt pt_BR")]
    [InlineData("clip.eng.forced.srt", "srt eng")]
    [InlineData("clip.forced.eng.srt", "srt eng")]
    [InlineData("clip.zh-Hant.vtt", "vtt zh-Hant")]
    [InlineData("clip.en.hi.srt", "srt en")]
    [InlineData("clip.hi.srt", "srt hi")]
    [InlineData("clip.German.srt", "srt de")]
    [InlineData("clip.mp4.srt", "srt -")]
    [InlineData("clip.mp4.ja.srt", "srt ja")]
    [InlineData("clip.cc.srt", "srt -")]
    [InlineData("clip.part2.srt", "")]
    [InlineData("clipper.srt", "")]
    [InlineData("clip2.en.srt", "")]
    [InlineData("clip.en.fr.srt", "")]
    [InlineData("clip.mp4", "")]
    [InlineData("clip.txt", "")]
    [InlineData(".srt", "")]
    public void The_name_tells_whose_captions_they_are_and_in_what_language(string file, string told)
    {
        var name = SidecarName.Read(file, "clip.mp4");

        Assert.Equal(told, name is null ? "" : $"{name.Format} {name.Language ?? "-"}");
    }
}
