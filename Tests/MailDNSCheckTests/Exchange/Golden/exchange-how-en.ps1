# Exports for maildnscheck exchange. Windows PowerShell 5.1 or PowerShell 7; copy and paste it as one block.
# It only reads.

# Rights: the role group 'View-Only Organization Management' (or the Entra role 'Global Reader').

# Once, then each time:
Install-Module ExchangeOnlineManagement -Scope CurrentUser
Connect-ExchangeOnline

# Connectors, rules, the organisation, accepted domains. JSON keeps the lists:
ConvertTo-Json -Depth 5 -InputObject @(Get-InboundConnector) | Out-File inbound.json -Encoding utf8
ConvertTo-Json -Depth 5 -InputObject @(Get-OutboundConnector -IncludeTestModeConnectors:$true) | Out-File outbound.json -Encoding utf8
ConvertTo-Json -Depth 5 -InputObject @(Get-TransportRule -ResultSize Unlimited) | Out-File rules.json -Encoding utf8
Get-OrganizationConfig | Select-Object Name,RejectDirectSend,SendFromAliasEnabled | ConvertTo-Json -Depth 5 | Out-File organization.json -Encoding utf8
Get-AcceptedDomain | Select-Object Name,DomainName,DomainType,Default | Export-Csv domains.csv -NoTypeInformation -Encoding UTF8

# Recipients. Without -ResultSize Unlimited only 1,000 come. Add the attribute by which you exclude:
$columns = 'DisplayName','PrimarySmtpAddress','RecipientTypeDetails','CustomAttribute1',@{n='EmailAddresses';e={$_.EmailAddresses -join ';'}}
Get-Mailbox -ResultSize Unlimited | Select-Object $columns | Export-Csv mailboxes.csv -NoTypeInformation -Encoding UTF8
Get-DistributionGroup -ResultSize Unlimited | Select-Object $columns | Export-Csv groups.csv -NoTypeInformation -Encoding UTF8
Get-DynamicDistributionGroup -ResultSize Unlimited | Select-Object $columns | Export-Csv dynamic.csv -NoTypeInformation -Encoding UTF8
Get-UnifiedGroup -ResultSize Unlimited -IncludeAllProperties | Select-Object $columns | Export-Csv unified.csv -NoTypeInformation -Encoding UTF8
Get-MailUser -ResultSize Unlimited | Select-Object $columns | Export-Csv mailusers.csv -NoTypeInformation -Encoding UTF8

# The last two days of mail; at most 5,000 rows and 10 days a query, back to 90 days:
Get-MessageTraceV2 -StartDate (Get-Date).AddDays(-2) -EndDate (Get-Date) -ResultSize 5000 | Select-Object Received,SenderAddress,RecipientAddress,Subject,Status,ToIP,FromIP,Size,MessageId,MessageTraceId | Export-Csv trace.csv -NoTypeInformation -Encoding UTF8

Disconnect-ExchangeOnline -Confirm:$false

# Then, on any machine: maildnscheck exchange inbound.json outbound.json rules.json organization.json domains.csv mailboxes.csv groups.csv dynamic.csv unified.csv mailusers.csv trace.csv
