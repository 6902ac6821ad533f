using VideoIndex.Cli.Commands.Work;

namespace VideoIndex.Cli.Tests.Work;

public sealed class AmountsTests
{
    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("5s", 5000)]
    [InlineData("1.5m", 90_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("1d", 86_400_000)]
    [InlineData("9ms", null)]
    [InlineData("25h", null)]
    [InlineData("5", null)]
    [InlineData("-5s", null)]
    [InlineData("5 s", null)]
    public void Times_are_read(string text, int? milliseconds) =>
        Assert.Equal(milliseconds, (int?)Amounts.ReadTime(text)?.TotalMilliseconds);

    [Theory]
    [InlineData("512", 512L)]
    [InlineData("512B", 512L)]
    [InlineData("512MB", 512_000_000L)]
    [InlineData("512m", 512_000_000L)]
    [InlineData("4GiB", 4_294_967_296L)]
    [InlineData("1.5TB", 1_500_000_000_000L)]
    [InlineData("", null)]
    [InlineData("GB", null)]
    [InlineData("-1GB", null)]
    [InlineData("999999999999999TB", null)]
    public void Sizes_are_read(string text, long? bytes) => Assert.Equal(bytes, Amounts.ReadSize(text));
}
