using System.Text.Json;
using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Tests.Cluster;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Elasticsearch.Tests.Writing;

/// <summary>Bulk requests: every answer there is to one, and every way not to get one.</summary>
public sealed class BulkTests : FeedTest
{
    [Fact]
    public async Task Requests_are_bounded_in_documents_and_in_bytes()
    {
        await SaveAsync(A.Video("a.mp4").Saying([.. Enumerable.Range(0, 25).Select(at => $"{at}-{at + 1} goal")]));
        await Engine(Settings with { MostDocuments = 10 }).CatchUpAsync(default);
        Assert.Equal([10, 10, 6], Bulks.Select(bulk => bulk.Lines.Count / 2));

        await SaveAsync(A.Video("b.mp4").Saying([.. Enumerable.Range(0, 25).Select(at => $"{at}-{at + 1} goal")]));
        var before = Bulks.Count;
        await Engine(Settings with { MostBytes = 4000 }).CatchUpAsync(default);
        Assert.All(Bulks.Skip(before), bulk => Assert.InRange(bulk.Body.Length, 1, 4000));
        Assert.Equal(26, Bulks.Skip(before).Sum(bulk => bulk.Lines.Count / 2));
    }

    [Fact]
    public async Task A_document_larger_than_a_request_goes_alone()
    {
        await SaveAsync(A.Video("a.mp4").Saying("0-1 short", $"1-2 {new string('x', 5000)}", "2-3 short"));

        await Engine(Settings with { MostBytes = 4000 }).CatchUpAsync(default);

        Assert.Contains(1, Bulks.Where(bulk => bulk.Body.Length > 4000).Select(bulk => bulk.Lines.Count / 2));
        Assert.Equal(4, Cluster.Seen("videoindex-spans").Count);
    }

    [Fact]
    public async Task A_busy_cluster_is_asked_again()
    {
        await SaveAsync(SampleVideo.Final);
        Cluster.Mood = First(2, IsBulk, Answer.Error(429, "es_rejected_execution_exception", "too much") with { Headers = ["Retry-After: 0"] });

        var report = await Engine().CatchUpAsync(default);

        Assert.Equal(3, Bulks.Count);
        Assert.Empty(report.Complaints);
        Assert.Equal(["final.mp4 what a goal"], await FindAsync(Engine(), "say:goal"));
    }

    [Fact]
    public async Task Of_a_request_only_what_there_was_no_room_for_is_sent_again()
    {
        await SaveAsync(A.Video("a.mp4").Saying("0-1 one", "1-2 two", "2-3 three"));
        Cluster.Mood = Rejecting(asked => asked.Lines.Count == 8, item => item is 1 or 2, 429, "es_rejected_execution_exception");

        await Engine().CatchUpAsync(default);

        Assert.Equal([4, 2], Bulks.Select(bulk => bulk.Lines.Count / 2));
        Assert.Equal(Bulks[0].Lines.Skip(2).Take(4), Bulks[1].Lines);
        Assert.Equal(4, Cluster.Seen("videoindex-spans").Count);
    }

    [Fact]
    public async Task Where_there_is_never_room_it_is_said_and_tried_again_another_time()
    {
        await SaveAsync(A.Video("a.mp4").Saying("0-1 one"));
        var engine = Engine(Settings with { Retries = 2 });
        Cluster.Mood = Rejecting(_ => true, _ => true, 429, "es_rejected_execution_exception");

        var failure = await Assert.ThrowsAsync<ElasticsearchException>(() => engine.CatchUpAsync(default));
        Assert.Equal("search-engine-busy", failure.Code);
        Assert.True(failure.IsPassing);
        Assert.Equal(3, Bulks.Count);

        Cluster.Mood = null;
        await engine.CatchUpAsync(default);
        Assert.Equal(["a.mp4 one"], await FindAsync(engine, "say:one"));
    }

    [Fact]
    public async Task What_is_refused_is_told_with_its_reason_and_the_rest_is_in()
    {
        await SaveAsync(A.Video("a.mp4").Saying("0-1 one", "1-2 two"));
        Cluster.Mood = Rejecting(_ => true, item => item == 1, 400, "document_parsing_exception");

        var report = await Engine().CatchUpAsync(default);

        Assert.Equal($"Elasticsearch does not take '{A.Id("a.mp4")}:say:1': document_parsing_exception: because", Assert.Single(report.Complaints));
        Assert.Single(Bulks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_breaks_off_is_had_by_sending_again_which_does_no_harm(bool isMeasured)
    {
        await SaveAsync(SampleVideo.Final);
        var whole = false;
        Cluster.Mood = asked =>
        {
            if (!IsBulk(asked) || whole)
            {
                return null;
            }

            whole = true;
            var answer = Cluster.CarryOut(asked); // it is done, and the word of it is lost
            return answer with { Sent = answer.Body.Length / 2, IsUnmeasured = !isMeasured };
        };

        var report = await Engine().CatchUpAsync(default);

        Assert.Empty(report.Complaints);
        Assert.Equal(SampleVideo.Documents().Things.Count, Cluster.Seen("videoindex-spans").Count);
        Assert.True(Bulks.Count >= 2);
    }

    [Fact]
    public async Task A_slow_answer_is_not_waited_for_for_ever()
    {
        await SaveAsync(SampleVideo.Final);
        Cluster.Mood = First(1, IsBulk, new Answer(200, "{}") { Stalls = true });

        await Engine(Settings with { AnswerWithin = TimeSpan.FromSeconds(3) }).CatchUpAsync(default);

        Assert.Equal(2, Bulks.Count);
        Assert.Equal(["final.mp4 what a goal"], await FindAsync(Engine(), "say:goal"));
    }

    [Fact]
    public async Task An_answer_to_fewer_documents_than_were_sent_is_not_believed()
    {
        await SaveAsync(SampleVideo.Final);
        Cluster.Mood = First(1, IsBulk, new Answer(200, """{"took":1,"errors":false,"items":[]}"""));

        var failure = await Assert.ThrowsAsync<ElasticsearchException>(() => Engine().CatchUpAsync(default));

        Assert.Equal("bad-answer", failure.Code);
    }

    private IReadOnlyList<Asked> Bulks => [.. Cluster.Asked.Where(IsBulk)];

    // Answers for the cluster: some documents of a request are not taken, as if the cluster itself had said so.
    private Func<Asked, Answer?> Rejecting(Func<Asked, bool> which, Func<int, bool> item, int status, string type) => asked =>
    {
        if (!IsBulk(asked) || !which(asked))
        {
            return null;
        }

        var kept = asked.Lines.Chunk(2).Where((_, at) => !item(at)).SelectMany(pair => pair).ToList();
        var answer = kept is [] ? new JsonObject { ["items"] = new JsonArray() } : JsonNode.Parse(Cluster.CarryOut(asked with { Body = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', kept) + "\n") }).Body)!;
        var told = new Queue<JsonNode>(answer["items"]!.AsArray().Select(one => one!.DeepClone()));
        var items = asked.Lines.Chunk(2).Select((pair, at) => item(at)
            ? new JsonObject { ["index"] = new JsonObject { ["_id"] = JsonDocument.Parse(pair[0]).RootElement.GetProperty("index").GetProperty("_id").GetString(), ["status"] = status, ["error"] = new JsonObject { ["type"] = type, ["reason"] = "because" } } }
            : told.Dequeue());
        return new Answer(200, new JsonObject { ["took"] = 1, ["errors"] = true, ["items"] = new JsonArray([.. items]) }.ToJsonString());
    };
}
