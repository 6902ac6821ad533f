using System.Text;
using VideoIndex.Cli.Commands.Exporting.Media;

namespace VideoIndex.Cli.Tests.Exporting.Media;

public sealed class ClipNameTests
{
    [Theory]
    [InlineData("Match Day.mov", "Goal!", "0001-match-day-goal")]
    [InlineData("../../etc/passwd", "/etc/shadow", "0001-passwd-etc-shadow")]
    [InlineData("a.mp4", "..", "0001-a")]
    [InlineData("a.mp4", "con", "0001-a-con")]
    [InlineData("", "", "0001")]
    [InlineData("-rf.mp4", "$(rm) `x` %00 \0", "0001-rf-rm-x-00")]
    [InlineData("a.mp4", "one\ntwo\\three|four:five*?\"<>", "0001-a-one-two-three-four-five")]
    [InlineData("試合.mp4", "ゴール 決勝", "0001-試合-ゴール-決勝")]
    [InlineData("a.mp4", "\u202Egpj.exe\u200B", "0001-a-gpj-exe")]
    [InlineData("a.mp4", "क्रिकेट", "0001-a-क्रिकेट")]
    [InlineData("a.mp4", "\u0301x", "0001-a-x")]
    public void A_name_holds_letters_digits_and_hyphens(string video, string moment, string name) => Assert.Equal(name, ClipName.Of(1, 9, video, moment));

    [Fact]
    public void A_name_fits_into_what_file_systems_allow()
    {
        foreach (var sign in (string[])["a", "é", "語", "😀", "𝒳"])
        {
            var name = ClipName.Of(7, 100_000, string.Concat(Enumerable.Repeat(sign, 1000)) + ".mp4", string.Concat(Enumerable.Repeat(sign, 100_000))) + ".mp4.part";
            Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, 255);
            Assert.StartsWith("000007", name, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_two_moments_have_one_name() =>
        Assert.Equal(2000, Enumerable.Range(1, 2000).Select(number => ClipName.Of(number, 2000, "a", "1")).Distinct(StringComparer.OrdinalIgnoreCase).Count());
}
