using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Keeping;

public sealed class FactTests
{
    [Fact]
    public async Task What_is_kept_of_a_video_is_on_its_page()
    {
        using var shelf = await FilledAsync();
        var reel = await Reels.PathAsync(Reels.Match);

        await shelf.RunAsync("set", reel, "client=Acme, Ltd.", "mood=HAPPY", "takes=2", "--by", "Ada");
        await shelf.RunAsync("collection", "add", "Cup finals", reel, "--by", "Ada");
        await shelf.RunAsync("set", reel, "mood=", "takes=3", "--by", "Bob");

        var shown = (await shelf.RunAsync("show", reel)).Output;
        Assert.Contains("\nclient      Acme, Ltd.\ntakes       3\ncollection  Cup finals\n", shown, StringComparison.Ordinal);
        Golden.Verify(await (await shelf.RunAsync("set", reel)).GoldenWordsAsync());
    }

    [Fact]
    public async Task Fields_and_collections_are_tables()
    {
        using var shelf = await FilledAsync();
        var reel = await Reels.PathAsync(Reels.Match);
        await shelf.RunAsync("set", reel, "mood=happy");
        await shelf.RunAsync("field", "choices", "mood", "--add", "very sad", "--remove", "calm");
        await shelf.RunAsync("field", "remove", "takes");
        await shelf.RunAsync("collection", "add", "Finals", reel);
        Golden.Verify((await shelf.RunAsync("field", "list")).Output + (await shelf.RunAsync("collection", "list")).Output);
    }

    [Fact]
    public async Task A_table_sets_values_of_many_videos_at_once()
    {
        using var shelf = await FilledAsync();
        var (match, sound) = (await Reels.PathAsync(Reels.Match), await Reels.PathAsync(Reels.Sound));
        var id = await shelf.IdAsync(Reels.Match);
        await shelf.RunAsync("set", match, "client=Globex");

        var ran = await SetAsync(shelf, $"Video,client,takes,mood,collection\n{id[..12]},,3,\"happy, calm\",Finals; Archive\n\"{sound}\",\"Acme, Ltd.\",-1.5,,\n");

        Assert.Equal((ExitCodes.Ok, "6 values of 2 videos.\n", ""), (ran.ExitCode, ran.Output, ran.Errors));
        Assert.Equal(
            """[{"name":"client","values":["Globex"]},{"name":"takes","values":["3"]},{"name":"mood","values":["calm","happy"]}] ["Archive","Finals"]""",
            await KeptAsync(shelf, match));
        Assert.Equal("""[{"name":"client","values":["Acme, Ltd."]},{"name":"takes","values":["-1.5"]}] []""", await KeptAsync(shelf, sound));
    }

    [Fact]
    public async Task Of_a_table_with_a_fault_nothing_is_taken_and_each_fault_is_told_by_its_line()
    {
        using var shelf = await FilledAsync();
        var match = await Reels.PathAsync(Reels.Match);

        var ran = await SetAsync(shelf, $"video,takes,mood\n\"{match}\",3,happy\n\n\"{match}\",three,glad\nnowhere.mov,1,\n,1,\nx,1\n");

        Assert.Equal((ExitCodes.NotOk, "Nothing was changed: 5 faults in the table.\n"), (ran.ExitCode, ran.Output));
        Assert.Equal(
            "line 4: takes takes a number such as 12 or -3.5, of 18 digits at most, not 'three'. [bad-value]\n"
            + "line 4: mood takes any of calm, happy; 'glad' is none of them. [no-such-choice]\n"
            + "line 5: No video in the library is 'nowhere.mov'. See: videoindex list [no-such-video]\n"
            + "line 6: The video is not named. [bad-line]\n"
            + "line 7: There are 2 cells where the first line has 3. [bad-line]\n",
            ran.Errors);
        Assert.Equal("[] []", await KeptAsync(shelf, match));
    }

    [Theory]
    [InlineData("path,takes\na,1\n", "4 videoindex: The table cannot be read: line 1: there is no column 'video'. The columns are video (an id or a path), fields by their names and, where they are to be in any, collection.")]
    [InlineData("video,takes,Takes\na,1,1\n", "4 videoindex: The table cannot be read: line 1: there are two columns 'takes'.")]
    [InlineData("video,tkes\na,1\n", "3 videoindex: There is no field 'tkes'. The fields are client, takes, mood.")]
    [InlineData("video,takes\n\"a,1\n", "4 videoindex: The table cannot be read: line 2: a quote is opened and not closed.")]
    [InlineData("", "4 videoindex: The table cannot be read: line 1: there is no column 'video'. The columns are video (an id or a path), fields by their names and, where they are to be in any, collection.")]
    public async Task What_is_no_table_gets_one_sentence(string table, string ending)
    {
        using var shelf = await FilledAsync();
        Assert.Equal(ending, (await SetAsync(shelf, table)).Ending);
    }

    [Theory]
    [InlineData("set", "2 videoindex: set needs VIDEO or --csv FILE, one of the two. Run: videoindex set --help")]
    [InlineData("set a --csv b", "2 videoindex: set needs VIDEO or --csv FILE, one of the two. Run: videoindex set --help")]
    [InlineData("set --csv nowhere.csv", "3 videoindex: There is no file 'nowhere.csv'.")]
    [InlineData("set {MATCH} takes", "2 videoindex: set takes FIELD=VALUE, not 'takes'.")]
    [InlineData("set {MATCH} takes=1", "3 videoindex: There is no field 'takes', and none at all yet. Define one with: videoindex field define NAME TYPE")]
    [InlineData("field define say text", "2 videoindex: 'say:' means something else in a question: call the field otherwise.")]
    [InlineData("field define takes integer", "2 videoindex: 'integer' is no type of a field: the types are text, number, date, single, multi.")]
    [InlineData("field define mood single", "2 videoindex: mood needs choices to choose among.")]
    [InlineData("field choices mood", "2 videoindex: field choices needs --add or --remove. Run: videoindex field choices --help")]
    [InlineData("field remove mood", "3 videoindex: There is no field 'mood', and none at all yet. Define one with: videoindex field define NAME TYPE")]
    [InlineData("collection add ! {MATCH}", "2 videoindex: The name of a collection needs a letter or a digit.")]
    [InlineData("collection remove Finals {MATCH}", "3 videoindex: There is no collection 'Finals'.")]
    public async Task A_mistake_gets_one_sentence(string line, string ending)
    {
        var (shelf, match) = (await Shelf.FullAsync(), await Reels.PathAsync(Reels.Match));
        Assert.Equal(ending, (await shelf.RunAsync([.. line.Split(' ').Select(word => word == "{MATCH}" ? match : word)])).Ending);
    }

    private static async Task<Shelf> FilledAsync()
    {
        var shelf = await Shelf.CopyAsync();
        await shelf.RunAsync("field", "define", "client", "text");
        await shelf.RunAsync("field", "define", "takes", "number");
        await shelf.RunAsync("field", "define", "mood", "multi", "calm", "happy");
        return shelf;
    }

    private static async Task<Ran> SetAsync(Shelf shelf, string table)
    {
        var file = Path.Combine(shelf.Folder, "values.csv");
        await File.WriteAllTextAsync(file, table);
        return await shelf.RunAsync("set", "--csv", file);
    }

    private static async Task<string> KeptAsync(Shelf shelf, string video)
    {
        var shown = (await shelf.RunAsync("set", video, "--json")).Json();
        return $"{shown["fields"]!.ToJsonString()} {shown["collections"]!.ToJsonString()}";
    }
}
