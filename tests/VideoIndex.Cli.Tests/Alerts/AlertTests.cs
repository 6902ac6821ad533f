using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Alerts;

public sealed class AlertTests : IDisposable
{
    private readonly Shelf _shelf = new();

    private string Got => Path.Combine(_shelf.Folder, "got.jsonl");

    private string Tell => $"cat >> '{Got}'";

    public void Dispose() => _shelf.Dispose();

    [Fact]
    public async Task A_moment_is_told_of_once_when_its_video_is_indexed()
    {
        await _shelf.RunAsync("alert", "add", "shot:1", "--name", "first shots", "--run", Tell);
        await _shelf.RunAsync("index", await Reels.PathAsync(Reels.Match));

        var told = Assert.Single(await ToldAsync())["data"]!;
        Assert.Equal("first shots", told["alert"]!.GetValue<string>());
        Assert.Equal("shot 1", told["text"]!.GetValue<string>());
        Assert.Equal("0", told["start"]!.GetValue<string>());

        await _shelf.RunAsync("index", await Reels.PathAsync(Reels.Match), "--force");
        await _shelf.RunAsync("alert", "run");
        Assert.Single(await ToldAsync());
        await _shelf.RunAsync("index", await Reels.PathAsync(Reels.Varying));
        Assert.Equal(2, (await ToldAsync()).Count);
        Assert.Contains("2 moments told of", (await _shelf.RunAsync("alert", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_be_found_already_is_told_of_only_where_that_is_asked()
    {
        await _shelf.RunAsync("index", await Reels.PathAsync(Reels.Match));
        await _shelf.RunAsync("alert", "add", "shot:1", "--name", "new", "--run", Tell);
        await _shelf.RunAsync("alert", "run");
        Assert.False(File.Exists(Got));

        await _shelf.RunAsync("alert", "add", "shot:1", "--name", "all", "--run", Tell, "--existing");
        await _shelf.RunAsync("alert", "run");
        Assert.Equal("all", Assert.Single(await ToldAsync())["data"]!["alert"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_a_receiver_does_not_take_is_told_of_again_under_the_same_id()
    {
        await _shelf.RunAsync("index", await Reels.PathAsync(Reels.Match));
        await _shelf.RunAsync("alert", "add", "shot:1", "--name", "all", "--existing", "--run", $"{Tell}; [ $(wc -l < '{Got}') != 1 ] || exit 7");
        await _shelf.RunAsync("alert", "run");
        await _shelf.RunAsync("alert", "run");

        var told = await ToldAsync();
        Assert.Equal(2, told.Count);
        Assert.Equal(told[0]["id"]!.GetValue<string>(), told[1]["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_web_hook_is_signed_and_one_that_wants_no_more_lets_the_alert_rest()
    {
        var key = Enumerable.Range(0, 32).Select(value => (byte)value).ToArray();
        var secrets = Path.Combine(_shelf.Folder, "secret");
        await File.WriteAllTextAsync(secrets, $"whsec_{Convert.ToBase64String(key)}\n");
        await _shelf.RunAsync("index", await Reels.PathAsync(Reels.Match));
        using var hook = new Hook(204, 410);
        await _shelf.RunAsync("alert", "add", "shot:*", "--name", "hook", "--existing", "--post", $"{hook.Address}?token=hidden", "--secret-file", secrets);
        var ran = await _shelf.RunAsync("alert", "run");

        var (id, sent, body, signature) = (await hook.PostsAsync())[0];
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{sent}.{body}"))), signature);
        Assert.Equal("videoindex.alert", JsonNode.Parse(body)!["type"]!.GetValue<string>());
        Assert.Contains("Alert 'hook' rests from now on.", ran.Errors, StringComparison.Ordinal);
        var listed = await _shelf.RunAsync("alert", "list");
        Assert.Contains("answers 410", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", listed.Output + (await _shelf.RunAsync("alert", "list", "--json")).Output + ran.Errors, StringComparison.Ordinal);
        await _shelf.RunAsync("alert", "wake", "hook");
        Assert.DoesNotContain("rests", (await _shelf.RunAsync("alert", "list")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alert add goal", "2 videoindex: An alert needs either --run COMMAND or --post URL. Run: videoindex alert add --help")]
    [InlineData("alert add goal --run a --post https://example.org", "2 videoindex: An alert needs either --run COMMAND or --post URL. Run: videoindex alert add --help")]
    [InlineData("alert add goal --run a --secret-file b", "2 videoindex: --secret-file goes with --post. Run: videoindex alert add --help")]
    [InlineData("alert add goal --post https://me:password@example.org", "2 videoindex: --post takes an http or https address without a user's name or password in it.")]
    [InlineData("alert remove goals", "3 videoindex: There is no alert 'goals'. See: videoindex alert list")]
    [InlineData("alert wake goals", "3 videoindex: There is no alert 'goals'. See: videoindex alert list")]
    public async Task A_mistake_gets_one_sentence(string typed, string ending)
    {
        await _shelf.RunAsync("alert", "add", "x", "--run", "true");
        Assert.Equal(ending, (await _shelf.RunAsync(typed.Split(' '))).Ending);
    }

    [Fact]
    public async Task A_question_that_cannot_be_understood_is_no_alert()
    {
        var ran = await _shelf.RunAsync("alert", "add", "sya:goal", "--run", "true");
        Assert.StartsWith("2 videoindex: There is no field sya:.", ran.Ending, StringComparison.Ordinal);
        Assert.StartsWith("There are no alerts.", (await _shelf.RunAsync("alert", "list")).Output, StringComparison.Ordinal);
    }

    private async Task<List<JsonNode>> ToldAsync() => [.. (await File.ReadAllLinesAsync(Got)).Select(line => JsonNode.Parse(line)!)];
}
