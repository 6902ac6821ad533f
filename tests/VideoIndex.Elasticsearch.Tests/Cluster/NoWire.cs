using System.Net;
using System.Text;

namespace VideoIndex.Elasticsearch.Tests.Cluster;

/// <summary>Brings requests to the fake without a network between, where very many are made.</summary>
internal sealed class NoWire(FakeCluster cluster) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = request.Content?.Headers.ContentType?.ToString() ?? "" };
        var answer = cluster.Answer(new Asked(request.Method.Method, request.RequestUri!.PathAndQuery.TrimStart('/'), headers, body));
        return new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer.Body)) };
    }
}
