module copydesk

go 1.26.0
