using VideoIndex.Hearing;
using VideoIndex.Timing;

namespace VideoIndex.SpeechServices.Endpoint.Sending;

/// <summary>Counts what a service is sent to write down one sound. Several threads may count at once.</summary>
internal sealed class Meter
{
    private int _requests;
    private long _bytes, _sent, _answered;

    /// <summary>Gets whether anything was answered yet.</summary>
    public bool HasAnswers => Interlocked.Read(ref _answered) > 0;

    /// <summary>Counts an attempt.</summary>
    public void AddRequest(SpeechForm form)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _bytes, form.Body.Length);
        Interlocked.Add(ref _sent, form.Samples);
    }

    /// <summary>Counts sound that was answered for, which is what services charge.</summary>
    public void AddAnswered(SpeechForm form) => Interlocked.Add(ref _answered, form.Samples);

    /// <summary>Returns what it comes to; null where nothing was sent.</summary>
    public ServiceUse? Use(string host, SpeechEndpointSettings settings) => _requests == 0 ? null : new ServiceUse(host, _requests, Length(_sent), _bytes)
    {
        Cost = settings.PricePerMinute is { } price ? decimal.Round(price * _answered / (60 * ISound.Rate), 6) : null,
        Currency = settings.PricePerMinute is null ? "" : settings.Currency,
    };

    private static MediaDuration Length(long samples) => new(new Rational(samples, ISound.Rate));
}
