using System.Text.Json;
using VideoIndex.Elasticsearch.Indices;

namespace VideoIndex.Elasticsearch.Tests.Indices;

public sealed class IndexTemplateTests
{
    private static readonly JsonSerializerOptions Wide = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_template_is_as_approved() =>
        Golden.Verify(IndexTemplate.Of(new ElasticsearchSettings(new Uri("http://localhost:9200")), new IndexNames("videoindex")).ToJsonString(Wide) + "\n");

    [Theory]
    [InlineData(null, "a-spans-v1-000001")]
    [InlineData("a-spans-v1-000001", "a-spans-v1-000002")]
    [InlineData("a-spans-v1-000999", "a-spans-v1-001000")]
    [InlineData("a-spans-v0-000007", "a-spans-v1-000001")]
    [InlineData("another", "a-spans-v1-000001")]
    public void Indices_are_numbered(string? before, string after) => Assert.Equal(after, new IndexNames("a").After(before));

    [Fact]
    public void Synonyms_are_written_as_rules_and_no_sign_in_them_means_anything() => Assert.Equal(
        """{"synonyms_set":[{"id":"list-1","synonyms":"nike, swoosh, just do it"},{"id":"list-2","synonyms":"a b, c"}]}""",
        SynonymSets.Of([["Nike", "swoosh", "just do it!"], ["a,b", "c => "], ["alone"]]).ToJsonString());

    [Fact]
    public void Without_synonyms_there_is_a_set_all_the_same() => Assert.Single(SynonymSets.Of([])["synonyms_set"]!.AsArray());
}
