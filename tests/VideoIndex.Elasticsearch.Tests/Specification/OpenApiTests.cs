using System.Text;

namespace VideoIndex.Elasticsearch.Tests.Specification;

/// <summary>The check itself: it lets through what Elasticsearch takes, and nothing with a slip in it.</summary>
public sealed class OpenApiTests
{
    [ReferenceTheory]
    [InlineData("POST", "a/_search", """{"size":20,"query":{"bool":{"must":[{"match":{"text":{"query":"goal kick","operator":"and"}}}],"filter":[{"term":{"video":{"value":"a"}}},{"range":{"start":{"gte":0,"lt":1000}}}]}}}""")]
    [InlineData("POST", "a/_search", """{"collapse":{"field":"video","inner_hits":{"name":"moments","size":5}},"highlight":{"fields":{"text":{"type":"fvh","number_of_fragments":3}}}}""")]
    [InlineData("PUT", "_index_template/a", """{"index_patterns":["a-*"],"priority":500,"template":{"mappings":{"dynamic":"strict","properties":{"a":{"type":"keyword"}}}}}""")]
    [InlineData("POST", "a/_bulk?require_alias=true", "{\"index\":{\"_id\":\"a\",\"routing\":\"b\",\"version\":1,\"version_type\":\"external\"}}\n{\"a\":1}\n")]
    [InlineData("GET", "a", null)]
    public void What_Elasticsearch_takes_is_taken(string method, string target, string? body) => Assert.Equal([], Wrong(method, target, body));

    [ReferenceTheory]
    [InlineData("POST", "a/_search", """{"query":{"matchh":{"text":{"query":"x"}}}}""")]
    [InlineData("POST", "a/_search", """{"query":{"match":{"a":{"query":"x"}},"term":{"b":{"value":"y"}}}}""")]
    [InlineData("POST", "a/_search", """{"query":{"term":{"a":"x"}}}""")]
    [InlineData("POST", "a/_search", """{"query":{"range":{"s":{"gtee":1}}}}""")]
    [InlineData("POST", "a/_search", """{"querry":{"match_all":{}}}""")]
    [InlineData("POST", "a/_search", """{"size":"x"}""")]
    [InlineData("POST", "a/_search?sizes=1", "{}")]
    [InlineData("POST", "a/_searching", "{}")]
    [InlineData("PATCH", "a/_search", "{}")]
    [InlineData("PUT", "_index_template/a", """{"index_patterns":["a"],"template":{"mappings":{"properties":{"v":{"type":"txt"}}}}}""")]
    [InlineData("PUT", "_synonyms/a", """{"synonyms_set":[{"id":"a"}]}""")]
    public void A_slip_is_seen(string method, string target, string? body) => Assert.NotEmpty(Wrong(method, target, body));

    private static IReadOnlyList<string> Wrong(string method, string target, string? body) =>
        Reference.Described!.Wrong(method, target, body is null ? null : Encoding.UTF8.GetBytes(body));
}
