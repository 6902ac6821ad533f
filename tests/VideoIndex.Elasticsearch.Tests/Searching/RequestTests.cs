using System.Text.RegularExpressions;
using VideoIndex.Elasticsearch.Tests.Cluster;
using VideoIndex.Elasticsearch.Tests.Writing;
using VideoIndex.Metadata;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Elasticsearch.Tests.Searching;

/// <summary>Every kind of request that is ever sent, as approved. Each was held against Elastic's own description before it was answered, where that is at hand.</summary>
public sealed partial class RequestTests : FeedTest
{
    private static readonly QuestionContext Context = new([new FieldDefinition("client", FieldType.Text, [])], ["en", "de"]);

    [Fact]
    public async Task Every_kind_of_writing_is_as_approved()
    {
        var engine = Engine(Settings with { Synonyms = [["nike", "swoosh"]] });
        await engine.CatchUpAsync(default);
        await SaveAsync(A.Video("a.mp4").Saying("0-1 goal"));
        await engine.CatchUpAsync(default);
        await Library.RemoveAsync(A.Id("a.mp4"), default);
        await engine.CatchUpAsync(default);
        await engine.RebuildAsync(default);

        Golden.Verify(Spelled(Cluster.Asked.Where(asked => !asked.Path.StartsWith("_index_template", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("goal")]
    [InlineData("say:\"second half\" logo:acme")]
    [InlineData("goal* OR gaol~ OR object:vehicle")]
    [InlineData("face:any WITHIN 5s OF say:goal")]
    [InlineData("count(car) < 1")]
    [InlineData("say:goal confidence:>0.5 by:model:tiny language:de NOT speaker:2")]
    [InlineData("status:rejected")]
    [InlineData("goal video:cup recorded:>=2026-01 NOT state:degraded duration:>1min collection:finals client:acme")]
    public void Every_kind_of_question_is_understood(string question) => Assert.NotNull(QuestionParser.Parse(question, Context));

    [Fact]
    public async Task Every_kind_of_search_is_as_approved()
    {
        await SaveAsync(SampleVideo.Final);
        var engine = Engine(Settings with { MostHits = 2 });
        await engine.CatchUpAsync(default);
        var questions = typeof(RequestTests).GetMethod(nameof(Every_kind_of_question_is_understood))!.GetCustomAttributesData()
            .Where(one => one.AttributeType == typeof(InlineDataAttribute))
            .Select(one => (string)((IReadOnlyCollection<System.Reflection.CustomAttributeTypedArgument>)one.ConstructorArguments[0].Value!).First().Value!);
        var lines = new List<string>();
        foreach (var question in questions)
        {
            var before = Cluster.Asked.Count;
            await engine.Moments.SearchAsync(new SearchRequest(QuestionParser.Parse(question, Context)) { Facets = Facet.All }, default);
            lines.Add($"### {question}\n{Spelled(Cluster.Asked.Skip(before))}");
        }

        Golden.Verify(string.Join('\n', lines));
    }

    [Fact]
    public async Task A_search_ranked_by_the_cluster_is_as_approved()
    {
        await SaveAsync(SampleVideo.Final);
        var engine = Engine(Settings with { MostRankedHere = 0 });
        await engine.CatchUpAsync(default);
        var before = Cluster.Asked.Count;

        await engine.Moments.SearchAsync(new SearchRequest(QuestionParser.Parse("goal", Context)) { Facets = Facet.All, Limit = 1 }, default);

        Golden.Verify(Spelled(Cluster.Asked.Skip(before)));
    }

    // As it was sent, but for what differs from run to run.
    private static string Spelled(IEnumerable<Asked> asked) =>
        Points().Replace(string.Concat(asked.Select(one => $"{one.Method} /{one.Target}\n{one.Text}{(one.Text is "" || one.Text.EndsWith('\n') ? "" : "\n")}")), "point");

    [GeneratedRegex("point-[0-9]+")]
    private static partial Regex Points();
}
