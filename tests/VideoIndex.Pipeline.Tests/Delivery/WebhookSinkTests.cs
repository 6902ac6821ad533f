using System.Net;
using System.Net.Sockets;
using System.Text;
using VideoIndex.Pipeline.Delivery;

namespace VideoIndex.Pipeline.Tests.Delivery;

/// <summary>Web hooks over real sockets, with every fault a receiver may have.</summary>
public sealed class WebhookSinkTests
{
    private static readonly WebhookSecret Secret = WebhookSecret.Read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!;

    private static readonly DeliveryRules Quick = new()
    {
        FirstWait = TimeSpan.FromMilliseconds(1),
        LongestWait = TimeSpan.FromMilliseconds(5),
        AnswerWithin = TimeSpan.FromSeconds(10),
        FailuresBeforeRest = 100,
    };

    [Fact]
    public async Task An_event_is_posted_as_CloudEvents_prescribe_and_signed()
    {
        await using var server = new FaultyServer();
        Assert.Null((await PostAsync(server.Address, Quick, Secret)).Code);
        var posted = Assert.Single(server.Requests);
        Assert.Equal("POST /hook?key=secret HTTP/1.1", posted.Line);
        Assert.Equal("application/cloudevents+json; charset=utf-8", posted.Headers["content-type"]);
        Assert.Equal(Outbox.Event(1).ToJson(), posted.Body);
        Assert.Equal($"{Outbox.Library}:1", posted.Headers["webhook-id"]);
        var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(posted.Headers["webhook-timestamp"], null));
        Assert.Equal(Secret.Sign($"{Outbox.Library}:1", sent, Encoding.UTF8.GetBytes(posted.Body)), posted.Headers["webhook-signature"]);
    }

    [Theory]
    [InlineData("200", null)]
    [InlineData("202", null)]
    [InlineData("500", "receiver-error")]
    [InlineData("404", "receiver-error")]
    [InlineData("302\r\nLocation: http://127.0.0.1:1/", "receiver-elsewhere")]
    [InlineData("429\r\nRetry-After: 7", "receiver-busy")]
    [InlineData("503", "receiver-busy")]
    [InlineData("410", "receiver-gone")]
    [InlineData("hang", "receiver-slow")]
    [InlineData("drop", "receiver-unreachable")]
    [InlineData("garbage", "receiver-unreachable")]
    public async Task Every_answer_has_a_meaning(string answer, string? code)
    {
        var clock = new PatientClock();
        await using var server = new FaultyServer(answer) { Hanging = clock.Ring };
        var receipt = await PostAsync(server.Address, Quick, clock: clock);
        Assert.Equal(code, receipt.Code);
        Assert.Equal(code == "receiver-gone", receipt.IsFinal);
        Assert.Equal(answer.Contains("Retry-After") ? TimeSpan.FromSeconds(7) : null, receipt.Pause);
        Assert.DoesNotContain("secret", receipt.Sentence ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_at_home_is_said_plainly()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Dispose();
        var receipt = await PostAsync(new Uri($"http://127.0.0.1:{port}/hook?key=secret"), Quick);
        Assert.Equal($"http://127.0.0.1:{port} cannot be reached (nobody takes the connection).", receipt.Sentence);
    }

    [Fact]
    public async Task All_events_arrive_in_order_through_every_fault()
    {
        var clock = new PatientClock();
        await using var server = new FaultyServer("500", "drop", "204", "hang", "429\r\nRetry-After: 0", "garbage", "204", "302\r\nLocation: /", "drop") { Hanging = clock.Ring };
        var (outbox, heard) = (new Outbox(4), new Heard());
        using var sink = new WebhookSink(server.Address, Secret, Quick, clock);
        var done = await new Forwarder(outbox, sink, Quick, new LeapingClock())
            .RunAsync(new Forwarding("hook", 0, Follow: false), heard, CancellationToken.None);
        Assert.Equal(new Forwarded(4, 4, null), done);
        var ids = server.Requests.Select(request => request.Headers["webhook-id"].Split(':')[^1]);
        Assert.Equal("1 1 1 2 2 2 2 3 3 3 4", string.Join(' ', ids.Order(StringComparer.Ordinal)));
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(7, heard.Holdups.Count);
    }

    [Fact]
    public async Task A_receiver_that_keeps_failing_is_left_alone_for_a_while()
    {
        await using var server = new FaultyServer([.. Enumerable.Repeat("500", 9)]);
        using var sink = new WebhookSink(server.Address, null, Quick with { FailuresBeforeRest = 3, Rest = TimeSpan.FromMinutes(1) }, TimeProvider.System);
        var codes = new List<string?>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            codes.Add((await sink.DeliverAsync(Outbox.Event(1), CancellationToken.None)).Code);
        }

        Assert.Equal(["receiver-error", "receiver-error", "receiver-error", "receiver-resting", "receiver-resting"], codes);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("http://localhost:8080/hook", true)]
    [InlineData("https://example.org", true)]
    [InlineData("https://user:password@example.org/", false)]
    [InlineData("ftp://example.org/", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Only_the_web_is_posted_to_and_no_password_is_put_in_an_address(string address, bool isAllowed) =>
        Assert.Equal(isAllowed, WebhookSink.IsAllowed(new Uri(address)));

    private static async Task<Receipt> PostAsync(Uri address, DeliveryRules rules, WebhookSecret? secret = null, TimeProvider? clock = null)
    {
        using var sink = new WebhookSink(address, secret, rules, clock ?? TimeProvider.System);
        return await sink.DeliverAsync(Outbox.Event(1), CancellationToken.None);
    }
}
